"""The briefing: what was read out of an article, as a document whose every claim opens on its evidence.

    Annotations -> index -> sections (claims, cited) -> page (templates, charts) -> export (one HTML file)
                                                                                      -> lint -> printed -> one PDF

Reads records only: never a stage, never the article's `Doc`. Import `analysis.briefing.page.Page`; this package
imports nothing itself, because the command line must answer before matplotlib is loaded.
"""
