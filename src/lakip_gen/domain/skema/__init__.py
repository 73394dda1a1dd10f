"""The one definition of every sheet: columns and items as data.

The writer, the reader, the checks, the Petunjuk sheets, the input messages and the reference pages are all
made from what stands here, so instructions and checks cannot disagree.
"""
