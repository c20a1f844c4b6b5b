extension Markup {
    /// What a reader with a script gets beside the finished page: the age of the page, tables that sort and filter, and the titles of
    /// marks where the pointer is or a finger touches. Everything can be read without it.
    static let pageScript = Markup.tag(
        "script", [],
        [
            .trusted(
                """
                "use strict";
                for(const e of document.querySelectorAll("[data-as-of]")){const d=Math.floor((new Date-Date.parse(e.dataset.asOf))/864e5);if(d>0)e.textContent=e.dataset.text.replace("#",d)}
                const number=t=>{const m=t.replace(/\\u2212/g,"-").replace(/[\\u202f\\u00a0 ](?=\\d)/g,"").replace(",",".").match(/^[^\\d-]*(-?\\d+(\\.\\d+)?)/);return m?+m[1]:null};
                const order=(a,b)=>{const x=number(a),y=number(b);return x===null||y===null||x===y?a.localeCompare(b,document.documentElement.lang):x-y};
                for(const table of document.querySelectorAll("table:not(.matrix)")){
                const body=table.tBodies[0];if(!body||6>body.rows.length)continue;
                const first=[...body.rows];
                [...table.tHead.rows[0].cells].forEach((head,i)=>{head.dataset.sort="";head.tabIndex=0;
                const sort=()=>{const way=head.dataset.sort==="up"?"down":head.dataset.sort==="down"?"":"up";
                for(const h of table.tHead.rows[0].cells)h.dataset.sort="";head.dataset.sort=way;
                head.setAttribute("aria-sort",way==="up"?"ascending":way==="down"?"descending":"none");
                const rows=way?[...body.rows].sort((a,b)=>(way==="up"?1:-1)*order(a.cells[i].textContent,b.cells[i].textContent)):first;
                body.append(...rows)};
                head.addEventListener("click",sort);head.addEventListener("keydown",e=>{if(e.key==="Enter"||e.key===" "){e.preventDefault();sort()}})});
                if(12>body.rows.length)continue;
                const box=document.createElement("div"),field=document.createElement("input"),count=document.createElement("span");
                box.className="controls";field.type="search";field.placeholder=document.documentElement.dataset.filter;field.setAttribute("aria-label",field.placeholder);
                field.addEventListener("input",()=>{const want=field.value.toLowerCase();let seen=0;for(const row of first){const hit=row.textContent.toLowerCase().includes(want);row.hidden=!hit;seen+=hit}count.textContent=want?seen+" / "+first.length:""});
                box.append(field,count);table.before(box)}
                let hint;
                const hide=()=>{if(hint){hint.remove();hint=null}};
                const show=e=>{const mark=e.target.closest("svg .mark");hide();if(!mark)return;const title=mark.querySelector("title");if(!title)return;
                hint=document.createElement("div");hint.id="hint";hint.textContent=title.textContent;document.body.append(hint);
                hint.style.left=Math.max(4,Math.min(e.pageX+12,document.documentElement.clientWidth-hint.offsetWidth-8))+"px";hint.style.top=(e.pageY+14)+"px"};
                document.addEventListener("pointerover",show);document.addEventListener("pointerdown",show);document.addEventListener("scroll",hide,{passive:true});
                """)
        ])
}
