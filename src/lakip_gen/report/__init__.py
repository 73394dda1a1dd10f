"""What a report shows and says: frozen view objects and Indonesian wording, without any file format."""
