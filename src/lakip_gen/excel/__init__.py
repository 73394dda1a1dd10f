"""Excel only: forms and buku induk written with XlsxWriter, workbooks read with openpyxl."""
