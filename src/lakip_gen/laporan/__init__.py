"""What a report shows and says: frozen view objects and sentences, without any file format."""
