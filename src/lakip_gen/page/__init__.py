"""The local page: the same commands and the same views as files, in a browser on this PC and nowhere else."""
