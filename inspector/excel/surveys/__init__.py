"""Surveys as workbooks: results that come in, slips to be filled in, the table that goes out."""
