
'use strict';
{
  const radios = [...document.querySelectorAll('.switch input')];
  const keep = (language) => { try { localStorage.setItem('sdggraph-language', language); } catch { /* not allowed here */ } };
  const kept = () => { try { return localStorage.getItem('sdggraph-language'); } catch { return null; } };
  const show = (language) => {
    const radio = radios.find((one) => one.value === language);
    if (!radio) return;
    radio.checked = true;
    document.documentElement.lang = language;
  };
  const asked = new URLSearchParams(location.search).get('lang') || kept();
  const own = (navigator.languages || []).map((one) => one.slice(0, 2).toLowerCase());
  const first = own.find((one) => ['en', 'nb', 'no', 'nn'].includes(one));
  show(asked || (first && first !== 'en' ? 'nb' : 'en'));
  for (const radio of radios) radio.addEventListener('change', () => { show(radio.value); keep(radio.value); });

  const field = document.querySelector('.find');
  const input = field.querySelector('input');
  field.hidden = false;
  const items = [...document.querySelectorAll('nav li')];
  const groups = [...document.querySelectorAll('nav details')];
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    for (const group of groups) {
      const some = [...group.querySelectorAll('li')].some((item) => !item.hidden);
      group.hidden = !some;
      if (wanted) group.open = some;
    }
  });
  if (matchMedia('(max-width: 760px)').matches) for (const group of groups) group.open = false;
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
