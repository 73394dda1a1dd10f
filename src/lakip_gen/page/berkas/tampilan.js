"use strict";

const satu = (pilih, akar = document) => akar.querySelector(pilih);
const JEDA = 400;
let dipantau = 0;

function kabarkan(kalimat) {
  satu("#kabar").textContent = kalimat;
}

async function minta(alamat, isi) {
  try {
    const jawab = await fetch(alamat, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(isi),
    });
    const hasil = await jawab.json();
    kabarkan(jawab.ok ? "" : hasil.salah);
    return jawab.ok ? hasil : null;
  } catch {
    kabarkan("Halaman tidak tersambung lagi ke program. Buka lagi lewat berkas Buka Laporan Kinerja.");
    return null;
  }
}

function periode() {
  return satu("[data-periode]").dataset.periode;
}

/* The view is always read anew from the folder; focus and open parts stay where they were. */
async function muatUlang() {
  const jawab = await fetch(`/?periode=${encodeURIComponent(periode())}`);
  const baru = new DOMParser().parseFromString(await jawab.text(), "text/html");
  const lama = satu("#keadaan");
  if (!lama || !satu("#keadaan", baru)) return location.reload();
  const terbuka = [...lama.querySelectorAll("details[open][id]")].map((bagian) => bagian.id);
  const fokus = document.activeElement?.id;
  lama.replaceWith(satu("#keadaan", baru));
  satu(".kepala").replaceWith(satu(".kepala", baru));
  terbuka.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (fokus) (document.getElementById(fokus) ?? satu("#judul-sekarang")).focus();
  return undefined;
}

function tampilkan(proses) {
  const kotak = satu("#proses");
  if (!kotak) return;
  kotak.hidden = false;
  kotak.dataset.nomor = proses.nomor;
  satu("#judul-proses").textContent = proses.judul;
  const maju = satu("#proses-maju");
  maju.hidden = !proses.berjalan;
  if (proses.seluruhnya && proses.dibaca) {
    maju.max = proses.seluruhnya;
    maju.value = proses.dibaca;
  } else {
    maju.removeAttribute("value");
  }
  const kata = proses.berjalan
    ? `Sedang berjalan${proses.dibaca ? `: ${proses.dibaca} dari ${proses.seluruhnya} berkas dibaca` : ""}.`
    : proses.kode ? `Berakhir: ${proses.akhir}.` : "Selesai.";
  if (satu("#proses-kata").textContent !== kata) satu("#proses-kata").textContent = kata;
  satu("#proses-henti").hidden = !proses.berjalan;
  satu("#proses-baris").textContent = proses.baris.join("\n").trim();
  if (proses.kode) satu("#proses-rincian").open = true;
  /* Not `disabled`: that would take the focus away from whoever pressed it. */
  document.querySelectorAll("button[data-perintah]").forEach((tombol) => tombol.setAttribute("aria-disabled", proses.berjalan));
}

async function pantau(proses) {
  dipantau = proses.nomor;
  tampilkan(proses);
  while (proses.berjalan) {
    await new Promise((lanjut) => setTimeout(lanjut, JEDA));
    const jawab = await fetch("/proses").catch(() => null);
    if (!jawab?.ok) return kabarkan("Halaman tidak tersambung lagi ke program.");
    proses = await jawab.json();
    tampilkan(proses);
  }
  return muatUlang();
}

/* A scan goes before the record; the record then names it. */
async function bukti(formulir) {
  const [berkas] = satu("[data-bukti]", formulir)?.files ?? [];
  if (!berkas) return {};
  kabarkan("Mengirim bukti …");
  const hasil = await titipkan(berkas);
  kabarkan(hasil.salah ?? "");
  return hasil.salah ? null : hasil;
}

async function titipkan(berkas) {
  try {
    const jawab = await fetch(`/bukti?nama=${encodeURIComponent(berkas.name)}`, { method: "PUT", body: berkas });
    return await jawab.json();
  } catch {
    return { salah: "Buktinya tidak terkirim: terlalu besar, atau halaman tidak tersambung lagi. Tidak ada yang dicatat." };
  }
}

async function jalankan(isi) {
  const proses = await minta("/jalankan", { periode: periode(), ...isi });
  if (!proses) return;
  satu("#proses").scrollIntoView({ block: "nearest" });
  satu("#proses-rincian").open = false;
  await pantau(proses);
}

async function kirim(berkas) {
  satu("#kiriman").hidden = false;
  for (const satuan of berkas) {
    const baris = document.createElement("li");
    baris.textContent = `${satuan.name}: sedang diperiksa …`;
    satu("#kiriman-daftar").prepend(baris);
    const hasil = await kirimSatu(satuan);
    baris.className = !hasil.disimpan ? "buruk" : hasil.dipakai ? "" : "perlu";
    baris.textContent = `${satuan.name}: ${hasil.kalimat}`;
    if (hasil.temuan?.length) {
      const rinci = document.createElement("ul");
      for (const butir of hasil.temuan) rinci.append(Object.assign(document.createElement("li"), { textContent: butir }));
      baris.append(rinci);
    }
  }
  satu("#kiriman").scrollIntoView({ block: "nearest" });
  await muatUlang();
}

async function kirimSatu(berkas) {
  try {
    const jawab = await fetch(`/kirim?nama=${encodeURIComponent(berkas.name)}`, { method: "PUT", body: berkas });
    const hasil = await jawab.json();
    return jawab.ok ? hasil : { disimpan: false, kalimat: hasil.salah };
  } catch {
    return { disimpan: false, kalimat: "Tidak terkirim. Berkasnya terlalu besar, atau halaman tidak tersambung lagi." };
  }
}

function bukaDialog(tombol) {
  const dialog = document.getElementById(tombol.dataset.dialog);
  const formulir = satu("form", dialog);
  formulir.reset();
  for (const [nama, isi] of Object.entries(tombol.dataset)) {
    const masukan = formulir.elements.namedItem(nama);
    if (masukan?.type === "hidden") masukan.value = isi;
    dialog.querySelectorAll(`[data-isi="${nama}"]`).forEach((tempat) => { tempat.textContent = isi; });
    dialog.querySelectorAll(`[data-hanya="${nama}"]`).forEach((tempat) => { tempat.hidden = !isi; });
  }
  dialog.showModal();
}

function isiFormulir(formulir) {
  const isi = {};
  for (const [nama, nilai] of new FormData(formulir)) {
    if (nama === "unit") (isi.unit ??= []).push(nilai);
    else if (nilai) isi[nama] = nilai;
  }
  return isi;
}

async function salin(tombol) {
  const teks = document.getElementById(tombol.dataset.salin);
  try {
    await navigator.clipboard.writeText(teks.textContent);
    kabarkan("Pesan sudah disalin; tempelkan di percakapan unit.");
  } catch {
    getSelection().selectAllChildren(teks);
    kabarkan("Pesannya sudah dipilih; tekan Ctrl+C untuk menyalinnya.");
  }
}

async function tutup() {
  if (!await minta("/tutup", {})) return;
  satu("#isi").innerHTML = "<p class=\"kartu\" tabindex=\"-1\" id=\"selesai\">Halaman sudah ditutup. Jendela ini boleh ditutup.</p>";
  satu("#selesai").focus();
}

document.addEventListener("click", (kejadian) => {
  const tombol = kejadian.target.closest("button");
  if (!tombol || tombol.ariaDisabled === "true") return;
  const apa = tombol.dataset;
  if (apa.perintah) jalankan({ perintah: apa.perintah });
  else if (apa.buka) minta("/buka", { periode: periode(), apa: apa.buka });
  else if (apa.dialog) bukaDialog(tombol);
  else if (apa.salin) salin(tombol);
  else if ("tutup" in apa) tutup();
  else if ("sembunyi" in apa) tombol.closest("section").hidden = true;
  else if (tombol.id === "proses-henti") minta("/hentikan", {});
});

document.addEventListener("submit", async (kejadian) => {
  const formulir = kejadian.target;
  if (!formulir.dataset.perintah || !kejadian.submitter?.value) return;
  const isi = { perintah: formulir.dataset.perintah, ...isiFormulir(formulir) };
  const titipan = await bukti(formulir);
  if (titipan) jalankan({ ...isi, ...titipan });
});

document.addEventListener("change", (kejadian) => {
  if (kejadian.target.id !== "pilih-berkas") return;
  kirim([...kejadian.target.files]);
  kejadian.target.value = "";
});

for (const nama of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(nama, (kejadian) => {
    const tempat = satu("#seret");
    if (!tempat) return;
    kejadian.preventDefault();
    tempat.classList.toggle("di-atas", nama === "dragover");
    if (nama === "drop" && kejadian.dataTransfer.files.length) kirim([...kejadian.dataTransfer.files]);
  });
}

if (satu("#proses")) {
  fetch("/proses").then((jawab) => jawab.json()).then((proses) => {
    if (proses?.berjalan && proses.nomor !== dipantau) pantau(proses);
  });
}

async function berkasLogo() {
  const [berkas] = satu("#logo").files;
  if (!berkas) return "";
  const pembaca = new FileReader();
  await new Promise((lanjut) => { pembaca.onloadend = lanjut; pembaca.readAsDataURL(berkas); });
  return String(pembaca.result).split(",")[1] ?? "";
}

satu("#mulai")?.addEventListener("submit", async (kejadian) => {
  kejadian.preventDefault();
  const isi = Object.fromEntries([...new FormData(kejadian.target)].filter(([, nilai]) => typeof nilai === "string"));
  kabarkan("Sedang menyiapkan …");
  if (await minta("/mulai", { ...isi, logo: await berkasLogo() })) location.reload();
});
