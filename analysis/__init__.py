"""Faultline: who holds what in a news article, where they pull apart, and which words say so.

    seeds/articles/x.txt (+ x.yml)         seeds/codebooks/*.yml      seeds/actors/*.yml
            |                                   |                         |
         article  ->  document  ->  actors  ->  statements  ->  positions  ->  tensions  ->  briefing
         load,        tokens,       who         who says        who holds      who pulls      outline,
         normalise    sentences,                what, on        what, how      against        tables,
                      trees, names,             whose word      firmly         whom, why      charts,
                      labels                                                                  HTML, PDF

Each arrow is one stage, a pure function over the records of `analysis.records`; the stages meet only in
`analysis.pipeline`. Notebooks start from `analysis.pipeline.open_analysis`;
`python -m analysis --help` lists the commands.
"""
