"use strict";(self.rspackChunk_sellbackwards_face=self.rspackChunk_sellbackwards_face||[]).push([[700],{"./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/tokens.css"(e,o,s){var r=s("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),t=s.n(r),a=s("./node_modules/css-loader/dist/runtime/api.js"),n=(s.n(a))()(t());n.push([e.id,`/* The course's look: colours, sizes, space. Widgets, cards, charts, feedback pages, site, print, workshop and JupyterLab
   share these and no others. A colour has two values, for light and for dark; \`color-scheme\` chooses between them.
   Seller and buyer are blue and orange of Okabe and Ito's palette: told apart by colour-blind eyes and in grey print. */
:root {
  --sb-paper: light-dark(#fffdf8, #17181b);
  --sb-surface: light-dark(#ffffff, #212226);
  --sb-raised: light-dark(#f1efe8, #2e3036);
  --sb-ink: light-dark(#1f1f1f, #ececec);
  --sb-quiet: light-dark(#595959, #b4b4b4);
  --sb-line: light-dark(#767676, #8e8e8e);
  --sb-hairline: light-dark(#dcd8cc, #44464d);
  --sb-link: light-dark(#00558b, #7cc4f5);
  --sb-focus: light-dark(#0072b2, #56b4e9);
  --sb-action: light-dark(#00558b, #7cc4f5);
  --sb-on-action: light-dark(#ffffff, #10151a);
  --sb-seller: light-dark(#0072b2, #74c0f3);
  --sb-on-seller: light-dark(#ffffff, #000000);
  --sb-buyer: light-dark(#c98200, #d18a00);
  --sb-on-buyer: light-dark(#000000, #000000);
  --sb-other: light-dark(#8c8c8c, #9a9a9a);
  --sb-on-other: light-dark(#000000, #000000);
  --sb-passed: light-dark(#0b6e69, #5fcfc4);
  --sb-passed-tint: light-dark(#e6f4f2, #1b3331);
  --sb-not-yet: light-dark(#9a4c00, #f2aa66);
  --sb-unsure: light-dark(#6a4fa8, #bba8ee);
  --sb-person: light-dark(#4a5a78, #a9bbdf);

  --sb-font: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  --sb-text-s: 13px;
  --sb-text: 15px;
  --sb-text-l: 17px;
  --sb-head-3: 18px;
  --sb-head-2: 22px;
  --sb-head-1: 28px;
  --sb-leading: 1.55;
  --sb-measure: 44em; /* a line of 60 to 75 characters */
  --sb-space-1: 4px;
  --sb-space-2: 8px;
  --sb-space-3: 12px;
  --sb-space-4: 16px;
  --sb-space-5: 24px;
  --sb-space-6: 40px;
  --sb-radius: 6px;
  --sb-target: 34px; /* the least height of what is clicked */
}
@media (prefers-contrast: more) {
  :root {
    --sb-paper: light-dark(#ffffff, #000000);
    --sb-surface: light-dark(#ffffff, #000000);
    --sb-raised: light-dark(#ffffff, #000000);
    --sb-ink: light-dark(#000000, #ffffff);
    --sb-quiet: light-dark(#000000, #ffffff);
    --sb-line: light-dark(#000000, #ffffff);
    --sb-hairline: light-dark(#000000, #ffffff);
    --sb-link: light-dark(#003a5f, #a9dcff);
    --sb-focus: light-dark(#003a5f, #a9dcff);
    --sb-passed: light-dark(#004c48, #8ff0e6);
    --sb-not-yet: light-dark(#6b3400, #ffc48f);
    --sb-unsure: light-dark(#452a86, #d8caff);
  }
}
`,""]),s.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/index.css"(e,o,s){var r=s("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),t=s.n(r),a=s("./node_modules/css-loader/dist/runtime/api.js"),n=s.n(a),i=s("./node_modules/css-loader/dist/cjs.js!../sellbackwards/design/tokens.css"),d=s("./node_modules/css-loader/dist/cjs.js!./style/page.css"),p=s("./node_modules/css-loader/dist/cjs.js!./style/panel.css"),l=n()(t());l.i(i.A),l.i(d.A),l.i(p.A),l.push([e.id,`/* What a page of the course looks like. Nothing here reaches a notebook without the class sb-page, but for what a form or
   an awake practice needs in any case, and the course's own panel on the left. JupyterLab's colours come first. */

/* Awake: what the kernel shows is in the place of what is saved. */
.sb-awake > .jp-Cell-outputWrapper,
.sb-as-form > .jp-Cell-inputWrapper,
.sb-as-form > .jp-Cell-outputWrapper {
  display: none;
}
.sb-live-area {
  padding: 0;
  overflow: visible;
}

[data-jp-theme-light='true'] :is(.sb-page, .sb-plain, .course-panel) {
  color-scheme: light;
}
[data-jp-theme-light='false'] :is(.sb-page, .sb-plain, .course-panel) {
  color-scheme: dark;
}
`,""]),s.d(o,{},{A:l})},"./node_modules/css-loader/dist/cjs.js!./style/page.css"(e,o,s){var r=s("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),t=s.n(r),a=s("./node_modules/css-loader/dist/runtime/api.js"),n=(s.n(a))()(t());n.push([e.id,`.sb-page {
  --jp-content-font-size1: 17px;
  --jp-content-line-height: 1.6;
  --sb-column: 41rem;
}
.sb-page .jp-Notebook .jp-WindowedPanel-outer {
  box-sizing: border-box;
  padding: 0 16px 48px;
}
.sb-page .jp-Cell {
  box-sizing: border-box;
  max-width: var(--sb-column);
  margin: 0 auto;
  padding: 6px 0;
  border: 0;
}
.sb-page .jp-RenderedHTMLCommon {
  padding-right: 0;
}
.sb-page .jp-RenderedHTMLCommon h1 {
  font-size: 2.1rem;
  line-height: 1.2;
  margin: 32px 0 12px;
}
.sb-page .jp-RenderedHTMLCommon h2 {
  font-size: 1.5rem;
  line-height: 1.25;
  margin: 32px 0 8px;
}
.sb-page .jp-RenderedHTMLCommon h3 {
  font-size: 1.2rem;
  margin: 20px 0 6px;
}
.sb-page .jp-MarkdownOutput {
  padding: 0;
}
.sb-page .jp-RenderedHTMLCommon blockquote {
  margin: 12px 0;
  padding: 4px 16px;
  border-left: 4px solid var(--jp-border-color1);
}

/* No prompts, no bars, no code that is there only to make something. */
.sb-page .jp-InputPrompt,
.sb-page .jp-OutputPrompt,
.sb-page .jp-Collapser,
.sb-page .jp-cell-toolbar,
.sb-page .jp-CellHeader,
.sb-page .jp-Notebook-footer,
.sb-page .jp-OutputArea-promptOverlay,
.sb-page .sb-delivered > .jp-Cell-inputWrapper {
  display: none !important;
}
/* A cell that is come to by keyboard has a line at its side, and no box around it. */
.sb-page .jp-Cell:focus,
.sb-page .jp-Cell:focus-visible,
.sb-page .jp-Cell .jp-MarkdownOutput {
  outline: none !important;
  border: 0 !important;
  box-shadow: none !important;
}
.sb-page .jp-Cell > .jp-Cell-inputWrapper,
.sb-page .jp-Cell:focus-visible > .jp-Cell-inputWrapper {
  outline: none !important;
  border: 0 !important;
}
.sb-page .jp-MarkdownCell:focus-visible > .jp-Cell-inputWrapper {
  box-shadow: -14px 0 0 -11px var(--jp-border-color1);
}

.sb-page .jp-mod-scrollPastEnd > .jp-WindowedPanel-outer::after {
  display: none;
}

/* The header: where you are, how far you are, and the way to the notebook. */
.sb-header {
  display: flex;
  align-items: center;
  gap: 4px 16px;
  container-type: inline-size;
  min-height: 40px;
  padding: 4px 16px;
  border-bottom: 1px solid var(--jp-border-color2);
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 14px;
}
.sb-header .sb-where {
  flex: 1 1 auto;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.sb-header > :not(.sb-where) {
  flex: none;
}
/* Where there is little room, what the panel says too is left to the panel. */
@container (max-width: 800px) {
  .sb-header .sb-progress {
    display: none;
  }
}
@container (max-width: 560px) {
  .sb-header .sb-title,
  .sb-header .sb-part {
    display: none;
  }
}
.sb-header .sb-where b {
  margin-right: 4px;
}
.sb-parts {
  display: flex;
  gap: 4px;
}
.sb-parts button {
  padding: 4px 10px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 14px;
  background: transparent;
  color: var(--jp-ui-font-color1);
  font: inherit;
  font-size: 13px;
  cursor: pointer;
}
.sb-parts .sb-done {
  border-color: var(--sb-action);
  font-weight: 600;
}
.sb-quiet {
  padding: 6px 10px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: transparent;
  color: var(--jp-ui-font-color1);
  font: inherit;
  font-size: 13px;
  cursor: pointer;
}
:is(.sb-header, .course-panel) progress {
  appearance: none;
  width: 64px;
  height: 8px;
  border: 0;
  border-radius: 4px;
  overflow: hidden;
  background: var(--sb-hairline);
}
:is(.sb-header, .course-panel) progress::-webkit-progress-bar {
  background: var(--sb-hairline);
}
:is(.sb-header, .course-panel) progress::-webkit-progress-value {
  background: var(--sb-passed);
}
:is(.sb-header, .course-panel) progress::-moz-progress-bar {
  background: var(--sb-passed);
}
.sb-foot {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 12px;
  margin: 32px 0 0;
  padding: 16px 0;
  border-top: 1px solid var(--jp-border-color2);
}
.sb-foot button {
  padding: 10px 16px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  font-size: 15px;
  text-align: left;
  cursor: pointer;
}
.sb-foot .sb-on {
  margin-left: auto;
  border-color: var(--sb-action);
  background: var(--sb-action);
  color: var(--sb-on-action);
}
.sb-header button:focus-visible,
.sb-foot button:focus-visible {
  outline: 3px solid var(--sb-focus);
  outline-offset: 2px;
}

/* Practices, forms, cards and figures: one width. */
.sb-page .sb-practice,
.sb-page .sb-card,
.sb-page .jp-OutputArea-output figure {
  box-sizing: border-box;
  width: 100%;
  max-width: none;
}
.sb-page .jp-OutputArea-output,
.sb-page .jp-OutputArea-child {
  overflow: visible;
}
.sb-page .jp-OutputArea-output {
  padding: 0;
}

/* A form stands where the code box was; until it is there, so does its place. */
.sb-page .sb-waiting > .jp-Cell-inputWrapper {
  visibility: hidden;
  height: 90px;
}
.sb-page .sb-waiting {
  position: relative;
}
.sb-page .sb-waiting::before {
  content: 'Your answer box is coming …';
  position: absolute;
  inset: 12px 0 auto;
  padding: 24px 16px;
  border: 1px dashed var(--jp-border-color1);
  border-radius: 4px;
  color: var(--sb-quiet);
}
/* Its hints come one at a time, from the form. */
.sb-page .sb-task:has(+ .sb-as-form) details {
  display: none;
}
.sb-page .sb-form {
  border-left-width: 1px;
}
.sb-page .sb-form .sb-button-text {
  margin-left: auto;
  border-color: transparent;
  background: transparent;
}

/* While a page of the course is in front, what only a coder needs is out of sight (and still there for who listens). */
.course-in-front #jp-main-statusbar {
  opacity: 0;
}

/* A file held over the page: it may be dropped. */
.sb-drop::after {
  content: 'Drop a transcript: it opens on the score card. Nothing leaves this computer.';
  position: absolute;
  inset: 12px;
  z-index: 10;
  display: grid;
  place-items: center;
  border: 3px dashed var(--sb-action);
  border-radius: 8px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 18px;
  opacity: 0.95;
  pointer-events: none;
}
.sb-call {
  box-sizing: border-box;
  padding: 16px;
  overflow-y: auto;
}
.sb-call > .jp-OutputArea {
  max-width: 50rem;
  margin: 0 auto;
}
`,""]),s.d(o,{},{A:n})},"./node_modules/css-loader/dist/cjs.js!./style/panel.css"(e,o,s){var r=s("./node_modules/css-loader/dist/runtime/noSourceMaps.js"),t=s.n(r),a=s("./node_modules/css-loader/dist/runtime/api.js"),n=(s.n(a))()(t());n.push([e.id,`.course-panel {
  overflow-y: auto;
  padding: 12px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 14px;
  line-height: 1.4;
}
.course-panel h2 {
  margin: 0 0 12px;
  font-size: 16px;
}
.course-go-on {
  display: block;
  width: 100%;
  height: auto;
  margin: 0 0 12px;
  padding: 10px 12px;
  border: 0;
  border-radius: 4px;
  background: var(--sb-action);
  color: var(--sb-on-action);
  font-size: 14px;
  text-align: left;
  white-space: normal;
  cursor: pointer;
}
.course-due {
  margin: 0 0 12px;
  font-size: 13px;
}
.course-due:empty {
  display: none;
}
.course-pages {
  margin: 0;
  padding: 0;
  list-style: none;
}
.course-link {
  display: flex;
  flex-direction: column;
  gap: 2px;
  width: 100%;
  padding: 7px 8px;
  border: 0;
  border-left: 3px solid transparent;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: left;
  cursor: pointer;
}
.course-link:hover {
  background: var(--jp-layout-color2);
}
.course-link[aria-current='page'] {
  border-left-color: var(--sb-action);
  background: var(--jp-layout-color2);
}
.course-exercises .course-name {
  padding-left: 10px;
}
.course-exercises .course-about {
  padding-left: 10px;
}
.course-about {
  color: var(--sb-quiet);
  font-size: 12px;
}
.course-link:focus-visible,
.course-go-on:focus-visible {
  outline: 3px solid var(--sb-focus);
  outline-offset: -2px;
}
`,""]),s.d(o,{},{A:n})},"./node_modules/css-loader/dist/runtime/api.js"(e){e.exports=function(e){var o=[];return o.toString=function(){return this.map(function(o){var s="",r=void 0!==o[5];return o[4]&&(s+="@supports (".concat(o[4],") {")),o[2]&&(s+="@media ".concat(o[2]," {")),r&&(s+="@layer".concat(o[5].length>0?" ".concat(o[5]):""," {")),s+=e(o),r&&(s+="}"),o[2]&&(s+="}"),o[4]&&(s+="}"),s}).join("")},o.i=function(e,s,r,t,a){"string"==typeof e&&(e=[[null,e,void 0]]);var n={};if(r)for(var i=0;i<this.length;i++){var d=this[i][0];null!=d&&(n[d]=!0)}for(var p=0;p<e.length;p++){var l=[].concat(e[p]);r&&n[l[0]]||(void 0!==a&&(void 0===l[5]||(l[1]="@layer".concat(l[5].length>0?" ".concat(l[5]):""," {").concat(l[1],"}")),l[5]=a),s&&(l[2]&&(l[1]="@media ".concat(l[2]," {").concat(l[1],"}")),l[2]=s),t&&(l[4]?(l[1]="@supports (".concat(l[4],") {").concat(l[1],"}"),l[4]=t):l[4]="".concat(t)),o.push(l))}},o}},"./node_modules/css-loader/dist/runtime/noSourceMaps.js"(e){e.exports=function(e){return e[1]}},"./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"(e){var o=[];function s(e){for(var s=-1,r=0;r<o.length;r++)if(o[r].identifier===e){s=r;break}return s}function r(e,r){for(var t={},a=[],n=0;n<e.length;n++){var i=e[n],d=r.base?i[0]+r.base:i[0],p=t[d]||0,l="".concat(d," ").concat(p);t[d]=p+1;var c=s(l),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==c)o[c].references++,o[c].updater(u);else{var b=function(e,o){var s=o.domAPI(o);return s.update(e),function(o){o?(o.css!==e.css||o.media!==e.media||o.sourceMap!==e.sourceMap||o.supports!==e.supports||o.layer!==e.layer)&&s.update(e=o):s.remove()}}(u,r);r.byIndex=n,o.splice(n,0,{identifier:l,updater:b,references:1})}a.push(l)}return a}e.exports=function(e,t){var a=r(e=e||[],t=t||{});return function(e){e=e||[];for(var n=0;n<a.length;n++){var i=s(a[n]);o[i].references--}for(var d=r(e,t),p=0;p<a.length;p++){var l=s(a[p]);0===o[l].references&&(o[l].updater(),o.splice(l,1))}a=d}}},"./node_modules/style-loader/dist/runtime/insertBySelector.js"(e){var o={};e.exports=function(e,s){var r=function(e){if(void 0===o[e]){var s=document.querySelector(e);if(window.HTMLIFrameElement&&s instanceof window.HTMLIFrameElement)try{s=s.contentDocument.head}catch(e){s=null}o[e]=s}return o[e]}(e);if(!r)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");r.appendChild(s)}},"./node_modules/style-loader/dist/runtime/insertStyleElement.js"(e){e.exports=function(e){var o=document.createElement("style");return e.setAttributes(o,e.attributes),e.insert(o,e.options),o}},"./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"(e,o,s){e.exports=function(e){var o=s.nc;o&&e.setAttribute("nonce",o)}},"./node_modules/style-loader/dist/runtime/styleDomAPI.js"(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var o=e.insertStyleElement(e);return{update:function(s){var r,t,a;r="",s.supports&&(r+="@supports (".concat(s.supports,") {")),s.media&&(r+="@media ".concat(s.media," {")),(t=void 0!==s.layer)&&(r+="@layer".concat(s.layer.length>0?" ".concat(s.layer):""," {")),r+=s.css,t&&(r+="}"),s.media&&(r+="}"),s.supports&&(r+="}"),(a=s.sourceMap)&&"u">typeof btoa&&(r+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(a))))," */")),e.styleTagTransform(r,o,e.options)},remove:function(){var e;null===(e=o).parentNode||e.parentNode.removeChild(e)}}}},"./node_modules/style-loader/dist/runtime/styleTagTransform.js"(e){e.exports=function(e,o){if(o.styleSheet)o.styleSheet.cssText=e;else{for(;o.firstChild;)o.removeChild(o.firstChild);o.appendChild(document.createTextNode(e))}}},"./style/index.js"(e,o,s){var r=s("./node_modules/style-loader/dist/runtime/injectStylesIntoStyleTag.js"),t=s.n(r),a=s("./node_modules/style-loader/dist/runtime/styleDomAPI.js"),n=s.n(a),i=s("./node_modules/style-loader/dist/runtime/insertBySelector.js"),d=s.n(i),p=s("./node_modules/style-loader/dist/runtime/setAttributesWithoutAttributes.js"),l=s.n(p),c=s("./node_modules/style-loader/dist/runtime/insertStyleElement.js"),u=s.n(c),b=s("./node_modules/style-loader/dist/runtime/styleTagTransform.js"),f=s.n(b),h=s("./node_modules/css-loader/dist/cjs.js!./style/index.css"),g={};g.styleTagTransform=f(),g.setAttributes=l(),g.insert=d().bind(null,"head"),g.domAPI=n(),g.insertStyleElement=u(),t()(h.A,g),h.A&&h.A.locals&&h.A.locals}}]);