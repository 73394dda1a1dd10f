"""The program's door: commands, what the screen says, and the generated pages."""
