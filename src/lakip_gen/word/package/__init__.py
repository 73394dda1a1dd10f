"""The parts of a .docx: their XML, relationships, properties and ids; nothing here knows a tag."""
