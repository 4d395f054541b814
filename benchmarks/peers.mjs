// The Node engines as long-lived processes; the orders and answers are those of worker.py.
// node peers.mjs ENGINE TEMPLATE PAPERS, with NODE_PATH at the installed packages; PAPERS is a JSON list.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [engine, templatePath, papersPath] = process.argv.slice(2);
const require = createRequire(`${process.cwd()}/`);
const template = readFileSync(templatePath);
const papers = JSON.parse(readFileSync(papersPath, "utf8"));

function docxtemplater() {
  const PizZip = require("pizzip");
  const Docxtemplater = require("docxtemplater");
  return async (values) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(values);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

function easyTemplateX() {
  const { TemplateHandler } = require("easy-template-x");
  const handler = new TemplateHandler();
  return (values) => handler.process(template, values);
}

function carbone() {
  const { render } = require("carbone");
  return (values) =>
    new Promise((resolve, reject) =>
      render(templatePath, values, (error, made) => (error ? reject(error) : resolve(made))),
    );
}

function docx() {
  const { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = require("docx");
  const line = (text, options = {}) => new Paragraph({ children: [new TextRun({ text, ...options })] });
  const cell = (...texts) => new TableCell({ children: texts.map((text) => line(text)) });
  const row = (...cells) => new TableRow({ children: cells });
  return (v) => {
    const head = [row(cell(v.cap_tren), cell(v.co_quan)), row(cell(v.so_ky_hieu), cell(`${v.dia_danh}, ${v.ngay}`))];
    const section = (part) => [
      line(`${part.so}- ${part.tieu_de}`, { bold: true }),
      ...part.muc.map((item) => line(`${item.so}. ${item.noi_dung}`)),
    ];
    const children = [
      new Table({ rows: head }),
      ...[v.trich_yeu, v.nam, v.can_cu, v.muc_dich].map((text) => line(text)),
      ...v.phan.flatMap(section),
      ...v.noi_nhan.map((to) => line(`- ${to.ten};`)),
      ...[v.quyen_han, v.chuc_vu, v.nguoi_ky, v.phu_luc, v.kem_theo].map((text) => line(text)),
      new Table({ rows: v.dong.map((task) => row(...Object.values(task).map((text) => cell(text)))) }),
    ];
    return Packer.toBuffer(new Document({ sections: [{ children }] }));
  };
}

const fill = { docxtemplater, "easy-template-x": easyTemplateX, carbone, docx }[engine]();
console.log("ready");
for await (const order of createInterface({ input: process.stdin })) {
  const [verb, first, second] = order.split(" ");
  if (verb === "save") {
    writeFileSync(second, await fill(papers[Number(first)]));
    console.log("saved");
  } else {
    const wanted = papers.slice(Number(first), Number(second));
    const start = performance.now();
    for (const values of wanted) await fill(values);
    console.log((performance.now() - start) / wanted.length);
  }
}
process.exit();
