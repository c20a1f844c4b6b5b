extension Markup {
    /// The looks of a page: light and dark, screen and print, nothing from outside.
    static let pageStyle = Markup.tag(
        "style", [],
        [
            .trusted(
                """
                :root{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--tint:#f6f8fa;--low:140,81,10;--high:1,102,94;--link:#0b5394}
                @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#3d444d;--paper:#0d1117;--tint:#161b22;--low:191,129,45;--high:53,151,143;--link:#7ab7f5}}
                *{box-sizing:border-box}
                body{margin:0 auto;max-width:78rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:15px/1.5 "Noto Sans","DejaVu Sans","Segoe UI",Helvetica,Arial,sans-serif}
                h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
                h2{font-size:1.2rem;margin:2.4rem 0 .4rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
                h3{font-size:1rem;margin:1.2rem 0 .3rem}
                p{margin:.4rem 0;max-width:62rem}
                a{color:var(--link)}
                .stamp,.method,.soft{color:var(--soft);font-size:.87rem}
                .finding{font-weight:600}
                .warn{border-left:4px solid rgb(var(--low));padding-left:.7rem}
                .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.7rem;padding:0;list-style:none}
                .cards li{border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;background:var(--tint);font-size:.87rem}
                .wide{overflow-x:auto}
                table{border-collapse:collapse;font-size:.8rem;width:100%}
                th,td{border:1px solid var(--line);padding:.25rem .4rem;text-align:left;vertical-align:top}
                thead th{background:var(--tint)}
                table.matrix{min-width:60rem}
                .matrix td{font-size:.74rem;line-height:1.3;min-width:5.2rem;overflow-wrap:break-word;hyphens:auto}
                .matrix tbody th{position:sticky;left:0;background:var(--paper);min-width:8.5rem;font-weight:600}
                .matrix td a{color:inherit;text-decoration:none;display:block}
                .matrix td a:hover,.matrix td a:focus{text-decoration:underline}
                .matrix .silent,.matrix .unreported{color:var(--soft);text-align:center}
                .matrix .unreported{background:repeating-linear-gradient(135deg,transparent 0 5px,var(--tint) 5px 8px)}
                .matrix .ambiguous,.matrix .contested{border-style:solid}
                .matrix .conditional{border:1px dashed var(--ink)}
                .sign{font-weight:700}
                .matrix td.changed{border-left:5px solid var(--ink)}
                .matrix td.sum{min-width:3.4rem}
                .controls{display:flex;gap:.6rem;flex-wrap:wrap;margin:.4rem 0;font-size:.82rem}
                .controls input{font:inherit;padding:.15rem .4rem;border:1px solid var(--line);border-radius:4px;background:var(--paper);color:inherit}
                th[data-sort]{cursor:pointer}
                th[data-sort]::after{content:" ↕";color:var(--soft);font-weight:400}
                th[data-sort=up]::after{content:" ↑"}
                th[data-sort=down]::after{content:" ↓"}
                #hint{position:absolute;z-index:9;max-width:24rem;padding:.3rem .5rem;background:var(--ink);color:var(--paper);font-size:.78rem;border-radius:4px;pointer-events:none}
                .where{display:block;color:var(--soft);font-size:.68rem;font-weight:400}
                details{margin:.6rem 0}
                summary{cursor:pointer;color:var(--link)}
                svg text{font-size:11px;fill:var(--ink)}
                svg .head{font-weight:700;font-size:12px}
                svg .tick,svg .stamp{fill:var(--soft);font-size:9.5px}
                svg .axis{stroke:var(--ink);stroke-width:1}
                svg .leader{stroke:var(--line);stroke-width:.8}
                svg .day,svg .span{fill:#0072B2}
                svg .span{fill-opacity:.55}
                svg .seen{fill:#0072B2;stroke:#0072B2}
                svg .unseen{fill:var(--paper);stroke:#0072B2;stroke-width:1.4}
                svg .lineage path{fill:none;stroke:#D55E00;stroke-width:1.2}
                svg .lineage .possible path{stroke-dasharray:4 3}
                figure{margin:1rem 0}
                .brief h2{margin-top:0}
                .brief h3{font-size:.95rem;margin:.8rem 0 .1rem}
                .brief ul{margin:.1rem 0;padding-left:1.1rem}
                .brief li{margin:.12rem 0}
                .brief{border:1px solid var(--line);border-radius:6px;padding:1rem 1.3rem}
                a.cue{font-size:.72em;vertical-align:super;text-decoration:none}
                .evidence{font-size:.78rem;color:var(--soft)}
                svg.picture{width:100%;min-width:46rem;height:auto;font-family:"Noto Sans","DejaVu Sans",Helvetica,Arial,sans-serif}
                svg .scale{stroke:var(--line);stroke-width:1}
                svg .tick-end,svg .cross{stroke:var(--ink);stroke-width:1.2}
                svg .before{fill:var(--paper);stroke:#D55E00;stroke-width:1.8}
                svg .after,svg .certain{fill:#0072B2;stroke:#0072B2}
                svg .pale{fill-opacity:.45}
                svg .open{fill:none;stroke:#0072B2;stroke-width:1.2}
                svg .shift{stroke:var(--ink);stroke-width:1.3;fill:none}
                svg .boxed{fill:none;stroke:var(--ink);stroke-width:1.6}
                svg .mover{fill:none;stroke-width:1.3;stroke:#0072B2}
                svg .mover1{stroke:#D55E00;stroke-dasharray:9 3}
                svg .mover2{stroke:#009E73;stroke-dasharray:2 3}
                svg .mover3{stroke:#CC79A7;stroke-dasharray:7 3 2 3}
                svg .mover.solid{stroke-dasharray:none}
                svg .point0{fill:#0072B2}
                svg .point1{fill:#D55E00}
                svg .point2{fill:#009E73}
                svg .point3{fill:#CC79A7}
                svg .dotted{stroke-dasharray:1.5 3}
                svg .dashed{stroke-dasharray:4 3}
                svg .unknown{stroke:var(--soft)}
                svg .stripe-open{fill:var(--soft)}
                svg .paper{fill:var(--paper);stroke:#0072B2}
                svg .faint{fill:none;stroke:var(--line)}
                svg .step{stroke:#0072B2;stroke-width:3}
                svg .riser{stroke:#0072B2;stroke-width:1;stroke-dasharray:2 2}
                svg .yardstick{font-size:9.5px;font-weight:700;fill:#009E73}
                svg .own-label{font-style:italic}
                svg .mark:hover{opacity:.75}
                svg .cited{fill:#0072B2}
                svg .paragraph{fill:#0072B2;fill-opacity:.4}
                svg .unconfirmed{stroke:#D55E00}
                svg .stripe{fill:#D55E00}
                svg .own{fill:var(--paper);stroke:#0072B2}
                svg .uncited{fill:var(--paper);stroke:var(--soft);stroke-dasharray:3 2}
                a.unconfirmed{color:rgb(var(--low));font-weight:600}
                .matrix td.doubtful{background-image:repeating-linear-gradient(45deg,rgba(213,94,0,.28) 0 2px,transparent 2px 8px)!important;border:2px solid #D55E00}
                blockquote{margin:.3rem 0 .3rem .6rem;padding-left:.6rem;border-left:3px solid var(--line);font-style:italic}
                :target{outline:2px solid rgb(var(--high))}
                @page{size:A4 landscape;margin:14mm}
                @media print{
                .controls,#hint{display:none}
                th[data-sort]::after{content:""}
                body{max-width:none;padding:0;font-size:9pt}
                .wide{overflow:visible}
                table.matrix{min-width:0}
                .matrix td,.matrix tbody th{font-size:7pt;min-width:0;position:static}
                .where{font-size:7pt}
                a{color:inherit;text-decoration:none}
                tr{break-inside:avoid}
                thead{display:table-header-group}
                h2,h3{break-after:avoid}
                details:not(.long)::details-content{content-visibility:visible;block-size:auto}
                details.long summary::after{content:" …"}
                .matrix thead th{font-size:7pt}
                tfoot{display:table-row-group}
                table.matrix{table-layout:fixed}
                .matrix th,.matrix td{overflow-wrap:anywhere;hyphens:auto}
                .cards li,svg{break-inside:avoid}
                svg.picture{min-width:0;max-height:172mm}
                .keep{break-inside:avoid}
                figure h3,figure .finding{break-after:avoid}
                *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
                }
                """)
        ])
}
