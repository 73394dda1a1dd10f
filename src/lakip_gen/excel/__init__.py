"""Excel only: forms and buku induk written with XlsxWriter, workbooks read in one pass over their XML."""
