import { describe, expect, it } from 'vitest';
import type { SourceAction, SourceType } from './read-actions.ts';
import type { SourceMember, SourceOperation } from './read-models.ts';
import { deriveTemplates } from './resource-templates.ts';

const types: readonly SourceType[] = [
  type('album', 'arn:${Partition}:photos:${Region}:${Account}:album/${AlbumName}'),
  type('picture', 'arn:${Partition}:photos:${Region}:${Account}:album/${AlbumName}/picture/${PictureId}'),
  type('shop', 'arn:${Partition}:photos:${Region}:${Account}:shop/${ShopName}/${Id}'),
];

describe('resources that the input of an operation names', () => {
  it.each<[string, readonly string[], readonly [string, boolean][], readonly string[]]>([
    ['GetAlbum', ['AlbumName'], [['album', true]], ['album{AlbumName:AlbumName}']],
    ['GetAlbum', ['albumIdentifier'], [['album', true]], ['album{AlbumName:albumIdentifier}']],
    ['DeleteAlbum', ['Name'], [['album', true]], ['album{AlbumName:Name}']],
    ['ListPictures', ['Name'], [['album', true]], ['album']],
    ['GetAlbum', ['AlbumArn'], [['album', true]], ['album=AlbumArn']],
    ['GetAlbums', ['AlbumNames[]'], [['album', true]], ['album{AlbumName:AlbumNames[]}']],
    [
      'FindPicture',
      ['AlbumName', 'PictureId'],
      [
        ['album', false],
        ['picture', false],
      ],
      ['album{AlbumName:AlbumName}', 'picture{AlbumName:AlbumName,PictureId:PictureId}?PictureId'],
    ],
    [
      'TagResource',
      ['ResourceArn'],
      [
        ['album', false],
        ['picture', false],
      ],
      ['album=ResourceArn'],
    ],
    ['OpenShop', ['ShopName'], [['shop', true]], ['shop{ShopName:ShopName}']],
    [
      'CountAlbums',
      [],
      [
        ['album', false],
        ['picture', false],
      ],
      [],
    ],
  ])('%s with %j', (operation, members, resources, templates) => {
    const action = { name: operation, level: 'R', conditionKeys: [], resources: resources.map(resource) };
    const known = new Map(types.map((each) => [each.name, each]));
    expect(deriveTemplates(input(operation, members), action satisfies SourceAction, known)).toEqual(templates);
  });
});

function type(name: string, arn: string): SourceType {
  return { name, arns: [arn], conditionKeys: [] };
}

function resource([name, required]: readonly [string, boolean]): { readonly type: string; readonly required: boolean } {
  return { type: name, required };
}

function input(name: string, members: readonly string[]): SourceOperation {
  return { name, members: members.map(member), method: '', uri: '', unsigned: false, discoversEndpoint: false };
}

/** `[]` after a list, `?` after a member that a call may leave out. */
function member(name: string): SourceMember {
  return {
    name: name.replace(/\[\]|\?/, ''),
    kind: name.endsWith('[]') ? 'list' : 'string',
    element: 'string',
    required: !name.endsWith('?'),
    shape: '',
    fixed: false,
    members: () => [],
  };
}
