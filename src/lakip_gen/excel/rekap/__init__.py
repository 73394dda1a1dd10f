"""The rekap of a period as a workbook, sheet by sheet."""
