import { describe, expect, it } from 'vitest';
import { XmlRefused, parseXml } from './xml-tree.ts';

describe('reading XML', () => {
  it('resolves prefixes, default namespaces and redeclarations', () => {
    const root = parseXml('<a:x xmlns:a="u1"><y/><a:z xmlns:a="u2" xmlns="u3"><a:q/><w/></a:z></a:x>');
    expect([root.uri, root.local]).toEqual(['u1', 'x']);
    const [y, z] = root.children;
    expect([y?.uri, y?.local, z?.uri, z?.local]).toEqual(['', 'y', 'u2', 'z']);
    expect(z?.children.map((c) => [c.uri, c.local])).toEqual([
      ['u2', 'q'],
      ['u3', 'w'],
    ]);
  });

  it('reads the five entities, character references and CDATA as text, and drops comments', () => {
    const text = '<x> a &amp;&lt;&gt;&quot;&apos; &#229;&#xE4;<![CDATA[<b>&amp;<!DOCTYPE]]><!-- <!DOCTYPE -->z </x>';
    expect(parseXml(text).text).toBe(' a &<>"\' åä<b>&amp;<!DOCTYPEz ');
  });

  it('keeps digits as they are written', () => {
    expect(parseXml('<v>0010.10</v>').text).toBe('0010.10');
  });

  it('leaves out an element that says it is nil', () => {
    const root = parseXml('<x xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><y i:nil="true"/><z/></x>');
    expect(root.children.map((c) => c.local)).toEqual(['z']);
  });

  it.each(['toString', 'constructor', '__proto__'])('never loses an element named %s, nor touches an object with it', (name) => {
    let children = 1;
    try {
      ({ length: children } = parseXml(`<x><${name}/></x>`).children);
    } catch (error) {
      expect(error).toBeInstanceOf(XmlRefused);
    }
    expect(children).toBe(1);
  });

  it.each([
    ['nothing', ''],
    ['no markup', 'hello'],
    ['half a document', '<a><b>'],
    ['crossed tags', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>hello'],
    ['text with a bracket after the root', '<a></a>hello>'],
    ['text before the root', 'hello<a/>'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE with entities', '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>a & b</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['a reference to a surrogate', '<a>&#xD800;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['an unbound prefix', '<p:a/>'],
    ['a name that begins with a byte order mark', '<\ufeffa/>'],
    ['attributes without a blank between them', '<a b="1"c="2"/>'],
    ['a tag in an attribute', '<a b="<"/>'],
    ['the end of CDATA in text', '<a>]]></a>'],
    ['two dashes in a comment', '<a><!-- -- --></a>'],
    ['a processing instruction', '<a><?pi x?></a>'],
    ['half a declaration', '<?xml encoding="UTF-8"?><a/>'],
    ['a prefix with a colon', '<a xmlns:p:="u"/>'],
    ['no prefix after the colon', '<a xmlns:="u"/>'],
    ['a prefix bound to nothing', '<a xmlns:p=""/>'],
    ['the same attribute under two prefixes', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'],
    ['a million tiny elements', `<a>${'<b/>'.repeat(1_000_000)}</a>`],
    ['a million ampersands', `<a>${'&'.repeat(1_000_000)}</a>`],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without a value', '<a b/>'],
    ['a hundred levels', '<a>'.repeat(100) + '</a>'.repeat(100)],
  ])('refuses %s', (_, document) => {
    expect(() => parseXml(document)).toThrow(XmlRefused);
  });
});
