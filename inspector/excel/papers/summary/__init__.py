"""The papers that leave the office as workbooks and their words, one workbook a module.

It must not know how a foreign file is read.
"""
