// SPDX-License-Identifier: MIT
#include "html/style.hpp"

namespace praxis::exports::html {

std::string_view style() {
    return R"css(
:root { color-scheme: light; --text: #1f2328; --quiet: #56616b; --accent: #124d61; --rule: #c5ced4;
  --tint: #eef3f5; --alarm: #a8201a; --alarm-tint: #fcf1f0; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--text); line-height: 1.5;
  font-family: "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 1rem; }
.sheet { max-width: 48rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem; }
.letterhead { border-bottom: 2px solid var(--accent); padding-bottom: .5rem; margin-bottom: 1.5rem; }
.letterhead p { margin: 0; color: var(--quiet); font-size: .875rem; }
.letterhead .practice { color: var(--accent); font-size: 1.35rem; font-weight: bold; }
h1, h2, h3 { color: var(--accent); line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1rem 0 .3rem; break-after: avoid; }
p, li, dd, td, th, blockquote { white-space: pre-line; overflow-wrap: break-word; }
.whole { white-space: nowrap; }
p { margin: .5rem 0; orphans: 2; widows: 2; }
.subtitle { color: var(--quiet); margin: 0 0 1rem; }
.small { color: var(--quiet); font-size: .85rem; }
.remark, .warning, .quote { padding: .6rem .9rem; margin: .9rem 0; }
.remark { background: var(--tint); border-inline-start: 3px solid var(--accent); break-inside: avoid; }
.warning { background: var(--alarm-tint); border: 1px solid var(--alarm);
  border-inline-start-width: 6px; color: var(--alarm); font-weight: bold; break-inside: avoid; }
.quote { border-inline-start: 3px solid var(--rule); padding-block: .1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: .15rem 2rem;
  margin: .75rem 0; }
dl div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .75rem; break-inside: avoid; }
dl .long { grid-column: 1 / -1; }
dt { color: var(--quiet); }
dd { margin: 0; }
ul, ol { margin: .5rem 0; padding-inline-start: 1.5rem; }
li { margin: .15rem 0; }
.wide { overflow-x: auto; margin: .9rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
thead { display: table-header-group; }
.short { break-inside: avoid; }
tr { break-inside: avoid; }
th { background: var(--tint); color: var(--accent); border-bottom: 1.5px solid var(--accent); }
th, td { text-align: left; vertical-align: top; padding: .35rem .55rem; }
td { border-bottom: 1px solid var(--rule); }
.right { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1.1rem 0; break-inside: avoid; }
svg { width: 100%; height: auto; font-family: inherit; }
.drawing { max-width: 100%; }
nav ol { list-style: none; padding: 0; }
nav .below { padding-inline-start: 1.25rem; }
a { color: var(--accent); }
.signature { margin-top: 3.5rem; border-top: 1px solid var(--text); max-width: 22rem;
  padding-top: .25rem; break-inside: avoid; }
.signature p { margin: 0; }
.signature.signed { margin-top: 1.5rem; }
.page-break { break-before: page; }
.foot { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
.state { color: var(--alarm); border: 2px solid var(--alarm); display: inline-block;
  padding: 0 .6rem; font-weight: bold; letter-spacing: .1em; }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center;
  overflow: hidden; z-index: -1; pointer-events: none; }
.watermark span { color: #ebeef0; font-size: 11rem; font-weight: bold; transform: rotate(-52deg); }
/* A letter is black on white: its reader may have it on a fax. */
.letter { --text: #000; --quiet: #000; --accent: #000; --rule: #000; --tint: #fff; --alarm: #000;
  --alarm-tint: #fff; }
.letter h2 { border-top: 1px solid var(--rule); padding-top: .3rem; clear: both; }
.letter dt { font-weight: bold; }
.letter .watermark span { color: #ebeef0; }
.front { display: flex; flex-wrap: wrap; gap: 1rem 3rem; justify-content: space-between; margin-bottom: 1.5rem; }
.front p { margin: 0; }
.front .receiver { margin-top: 1.5rem; }
.front dl { display: block; margin: 0; }
.front dl div { grid-template-columns: 6rem minmax(0, 1fr); }
.alarm { background: #000; color: #fff; font-weight: bold; font-size: 1.3rem; padding: .1rem .8rem;
  display: inline-block; print-color-adjust: exact; }
.question { border: 2px solid var(--text); padding: .6rem .9rem; font-size: 1.35rem; font-weight: bold;
  break-inside: avoid; }
.beside { float: inline-end; width: 15rem; margin: 0 0 .5rem 1rem; }
.slip { clear: both; border-top: 1px dashed var(--text); margin-top: 2.5rem; padding-top: .5rem; break-inside: avoid; }
.slip h2 { border: 0; margin-top: 0; }
.slip .way-back { border: 1px solid var(--text); padding: .4rem .7rem; float: inline-end; max-width: 45%; }
.slip .row { clear: inline-start; margin: .6rem 0; }
.slip .row span { display: inline-block; margin-inline-end: 1rem; }
.slip .line { border-bottom: 1px solid var(--text); height: 9mm; }
.slip .fields { display: flex; gap: 1rem; }
.slip .fields div { flex: 1; border-bottom: 1px solid var(--text); padding-bottom: 9mm; }
@media print {
  html { font-size: 9.5pt; }
  .sheet { max-width: none; padding: 0; }
  .foot { display: none; }
  .wide { overflow: visible; }
  dl { grid-template-columns: 1fr 1fr; }
}
)css";
}

} // namespace praxis::exports::html
