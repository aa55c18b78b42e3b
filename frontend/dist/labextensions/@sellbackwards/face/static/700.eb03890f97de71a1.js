"use strict";(self.rspackChunk_sellbackwards_face=self.rspackChunk_sellbackwards_face||[]).push([[700],{646(e,o,r){var t=r(601),a=r.n(t),n=r(314),p=r.n(n),s=r(293),i=r(724),l=p()(a());l.i(s.A),l.i(i.A),l.push([e.id,`/* What a page of the course looks like. Nothing here reaches a notebook without the class sb-page, but for what a form or
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
`,""]),r.d(o,{},{A:l})},293(e,o,r){var t=r(601),a=r.n(t),n=r(314),p=(r.n(n))()(a());p.push([e.id,`.sb-page {
  --jp-content-font-size1: 17px;
  --jp-content-line-height: 1.6;
  --sb-column: 41rem;
}
.sb-page .jp-Notebook .jp-WindowedPanel-outer {
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
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 16px;
  min-height: 40px;
  padding: 4px 16px;
  border-bottom: 1px solid var(--jp-border-color2);
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: 14px;
}
.sb-header .sb-where {
  flex: 1 1 auto;
}
.sb-header .sb-where b {
  margin-right: 4px;
}
.sb-parts {
  display: flex;
  flex-wrap: wrap;
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
  border-color: #0b7a75;
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
.sb-header progress,
.course-done progress {
  width: 72px;
  height: 8px;
  accent-color: #0b7a75;
  vertical-align: baseline;
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
  border-color: #0b7a75;
  background: #0b7a75;
  color: #fff;
}
.sb-header button:focus-visible,
.sb-foot button:focus-visible {
  outline: 3px solid #0072b2;
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
  color: var(--jp-ui-font-color2);
}
/* Its hints come one at a time, from the form. */
.sb-page .sb-task:has(+ .sb-as-form) details {
  display: none;
}
.sb-page .sb-form {
  border-left-width: 1px;
}
.sb-page .sb-form .sb-button-check {
  border-color: #0b7a75;
  background: #0b7a75;
  color: #fff;
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
  border: 3px dashed #0b7a75;
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
`,""]),r.d(o,{},{A:p})},724(e,o,r){var t=r(601),a=r.n(t),n=r(314),p=(r.n(n))()(a());p.push([e.id,`.course-panel {
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
  background: #0b7a75;
  color: #fff;
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
  border-left-color: #0b7a75;
  background: var(--jp-layout-color2);
}
.course-exercises .course-name {
  padding-left: 10px;
}
.course-exercises .course-about {
  padding-left: 10px;
}
.course-about {
  color: var(--jp-ui-font-color2);
  font-size: 12px;
}
.course-link:focus-visible,
.course-go-on:focus-visible {
  outline: 3px solid #0072b2;
  outline-offset: -2px;
}
`,""]),r.d(o,{},{A:p})},314(e){e.exports=function(e){var o=[];return o.toString=function(){return this.map(function(o){var r="",t=void 0!==o[5];return o[4]&&(r+="@supports (".concat(o[4],") {")),o[2]&&(r+="@media ".concat(o[2]," {")),t&&(r+="@layer".concat(o[5].length>0?" ".concat(o[5]):""," {")),r+=e(o),t&&(r+="}"),o[2]&&(r+="}"),o[4]&&(r+="}"),r}).join("")},o.i=function(e,r,t,a,n){"string"==typeof e&&(e=[[null,e,void 0]]);var p={};if(t)for(var s=0;s<this.length;s++){var i=this[s][0];null!=i&&(p[i]=!0)}for(var l=0;l<e.length;l++){var d=[].concat(e[l]);t&&p[d[0]]||(void 0!==n&&(void 0===d[5]||(d[1]="@layer".concat(d[5].length>0?" ".concat(d[5]):""," {").concat(d[1],"}")),d[5]=n),r&&(d[2]&&(d[1]="@media ".concat(d[2]," {").concat(d[1],"}")),d[2]=r),a&&(d[4]?(d[1]="@supports (".concat(d[4],") {").concat(d[1],"}"),d[4]=a):d[4]="".concat(a)),o.push(d))}},o}},601(e){e.exports=function(e){return e[1]}},72(e){var o=[];function r(e){for(var r=-1,t=0;t<o.length;t++)if(o[t].identifier===e){r=t;break}return r}function t(e,t){for(var a={},n=[],p=0;p<e.length;p++){var s=e[p],i=t.base?s[0]+t.base:s[0],l=a[i]||0,d="".concat(i," ").concat(l);a[i]=l+1;var c=r(d),u={css:s[1],media:s[2],sourceMap:s[3],supports:s[4],layer:s[5]};if(-1!==c)o[c].references++,o[c].updater(u);else{var b=function(e,o){var r=o.domAPI(o);return r.update(e),function(o){o?(o.css!==e.css||o.media!==e.media||o.sourceMap!==e.sourceMap||o.supports!==e.supports||o.layer!==e.layer)&&r.update(e=o):r.remove()}}(u,t);t.byIndex=p,o.splice(p,0,{identifier:d,updater:b,references:1})}n.push(d)}return n}e.exports=function(e,a){var n=t(e=e||[],a=a||{});return function(e){e=e||[];for(var p=0;p<n.length;p++){var s=r(n[p]);o[s].references--}for(var i=t(e,a),l=0;l<n.length;l++){var d=r(n[l]);0===o[d].references&&(o[d].updater(),o.splice(d,1))}n=i}}},659(e){var o={};e.exports=function(e,r){var t=function(e){if(void 0===o[e]){var r=document.querySelector(e);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(e){r=null}o[e]=r}return o[e]}(e);if(!t)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");t.appendChild(r)}},540(e){e.exports=function(e){var o=document.createElement("style");return e.setAttributes(o,e.attributes),e.insert(o,e.options),o}},56(e,o,r){e.exports=function(e){var o=r.nc;o&&e.setAttribute("nonce",o)}},206(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var o=e.insertStyleElement(e);return{update:function(r){var t,a,n;t="",r.supports&&(t+="@supports (".concat(r.supports,") {")),r.media&&(t+="@media ".concat(r.media," {")),(a=void 0!==r.layer)&&(t+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),t+=r.css,a&&(t+="}"),r.media&&(t+="}"),r.supports&&(t+="}"),(n=r.sourceMap)&&"u">typeof btoa&&(t+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(n))))," */")),e.styleTagTransform(t,o,e.options)},remove:function(){var e;null===(e=o).parentNode||e.parentNode.removeChild(e)}}}},113(e){e.exports=function(e,o){if(o.styleSheet)o.styleSheet.cssText=e;else{for(;o.firstChild;)o.removeChild(o.firstChild);o.appendChild(document.createTextNode(e))}}},959(e,o,r){var t=r(72),a=r.n(t),n=r(206),p=r.n(n),s=r(659),i=r.n(s),l=r(56),d=r.n(l),c=r(540),u=r.n(c),b=r(113),f=r.n(b),g=r(646),h={};h.styleTagTransform=f(),h.setAttributes=d(),h.insert=i().bind(null,"head"),h.domAPI=p(),h.insertStyleElement=u(),a()(g.A,h),g.A&&g.A.locals&&g.A.locals}}]);