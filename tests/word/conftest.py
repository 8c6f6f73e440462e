"""What turns a letter into pages."""

from tests.excel.conftest import libreoffice as libreoffice
