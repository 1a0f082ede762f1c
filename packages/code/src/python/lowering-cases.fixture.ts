export interface LoweringCase {
  readonly what: string;
  readonly python: string;
  /** As `printIr` prints it. */
  readonly ir: string;
}

/** What each feature of the language becomes, by topic. */
export const loweringCases: Readonly<Record<string, readonly LoweringCase[]>> = {
  'names and scopes': [
    {
      what: 'a name that nothing assigns is a global',
      python: `print(total)`,
      ir: `f0 module:
  r0 = global print
  r1 = global total
  r2 = call r0(r1)
`,
    },
    {
      what: 'a function sees the names around it, and its own first',
      python: `rate = 1
def price(order):
    net = order * rate
    return net`,
      ir: `f0 module:
  r0 = 1
  rate = r0
  r1 = function f1
  price = r1
f1 function price(r0 order):
  order = r0
  r1 = order
  r2 = rate
  r3 = r1 * r2
  net = r3
  r4 = net
  return r4
`,
    },
    {
      what: '`global` and `nonlocal` assign to the names outside',
      python: `count = 0
def outer():
    seen = 0
    def inner():
        global count
        nonlocal seen
        count = seen = 1
    return inner`,
      ir: `f0 module:
  r0 = 0
  count = r0
  r1 = function f1
  outer = r1
f1 function outer():
  r0 = 0
  seen = r0
  r1 = function f2
  inner = r1
  r2 = inner
  return r2
f2 function inner() in f1:
  r0 = 1
  count = r0
  seen = r0
`,
    },
    {
      what: 'a name that only a function declares global is of the module',
      python: `def connect():
    global client
    client = 1
def use():
    return client`,
      ir: `f0 module:
  r0 = function f1
  connect = r0
  r1 = function f2
  use = r1
f1 function connect():
  r0 = 1
  client = r0
f2 function use():
  r0 = client
  return r0
`,
    },
    {
      what: 'the names of a class body are not seen by its methods',
      python: `class Shop:
    rate = 2
    double = rate * 2
    def price(self):
        return rate`,
      ir: `f0 module:
  r0 = 2
  rate = r0
  r1 = rate
  r2 = 2
  r3 = r1 * r2
  double = r3
  r4 = rate
  r5 = double
  r6 = class Shop { method price: f1; class field rate: r4; class field double: r5 }
  Shop = r6
f1 method price(r0 self):
  self = r0
  r1 = global rate
  return r1
`,
    },
    {
      what: 'the variable of a comprehension ends with it, a walrus in it does not',
      python: `names = [last := item for item in orders]
item`,
      ir: `f0 module:
  r0 = list []
  %list = r0
  r1 = global orders
  for r2 of r1
    item = r2
    r3 = item
    last = r3
    r4 = %list
    r5 = list [...r4, r3]
    %list = r5
  r6 = %list
  names = r6
  r7 = global item
`,
    },
  ],
  functions: [
    {
      what: 'parameters of every kind',
      python: `def place(order, /, limit=10, *items: str, dry: bool = False, **options): pass`,
      ir: `f0 module:
  r0 = function f1
  place = r0
f1 function place(/r0 order, r1 limit?, ...r2 items: str, =r3 dry?: bool, **r4 options):
  order = r0
  r5 = undefined
  r6 = r1 === r5
  if r6
    r7 = 10
    limit = r7
  else
    limit = r1
  items = r2
  r8 = undefined
  r9 = r3 === r8
  if r9
    r10 = false
    dry = r10
  else
    dry = r3
  options = r4
`,
    },
    {
      what: 'a default is computed with the names of the outside',
      python: `def place(table=table): return table`,
      ir: `f0 module:
  r0 = function f1
  place = r0
f1 function place(r0 table?):
  r1 = undefined
  r2 = r0 === r1
  if r2
    r3 = global table
    table = r3
  else
    table = r0
  r4 = table
  return r4
`,
    },
    {
      what: 'decorators are called from the function outwards',
      python: `@app.get("/orders")
@traced
def list_orders(): pass`,
      ir: `f0 module:
  r0 = global app
  r1 = get r0.get
  r2 = "/orders"
  r3 = call r1(r2) on r0
  r4 = global traced
  r5 = function f1
  r6 = call r4(r5)
  r7 = call r3(r6)
  list_orders = r7
f1 function list_orders():
`,
    },
    {
      what: 'a lambda has the name that it is stored under',
      python: `key = lambda order, *rest: order.id`,
      ir: `f0 module:
  r0 = function f1
  key = r0
f1 lambda key(r0 order, ...r1 rest):
  order = r0
  rest = r1
  r2 = order
  r3 = get r2.id
  return r3
`,
    },
    {
      what: 'generators and coroutines',
      python: `async def read(queue):
    async for message in queue:
        yield await message
    async with lock as held:
        pass
def all_of(parts):
    got = yield
    yield from parts`,
      ir: `f0 module:
  r0 = function f1
  read = r0
  r1 = function f2
  all_of = r1
f1 async function* read(r0 queue):
  queue = r0
  r1 = queue
  for await r2 of r1
    message = r2
    r3 = message
    r4 = await r3
    r5 = yield r4
  r6 = global lock
  r7 = await r6
  held = r7
f2 function* all_of(r0 parts):
  parts = r0
  r1 = yield
  got = r1
  r2 = parts
  r3 = yield* r2
`,
    },
  ],
  classes: [
    {
      what: 'methods, properties and what decorators make of them',
      python: `class Order(Base, metaclass=Meta):
    def __init__(self, id):
        self.id = id
    @property
    def total(self): return 1
    @total.setter
    def total(self, value): pass
    @staticmethod
    def parse(text): pass
    @classmethod
    @traced
    def load(cls): pass
    @abstractmethod
    def close(self): pass`,
      ir: `f0 module:
  r0 = global Base
  r1 = global Meta
  r2 = global traced
  r3 = function f5
  r4 = call r2(r3)
  r5 = class Order (r0) { method __init__: f1; getter total: f2; setter total: f3; static method parse: f4; class field load: r4; method close: f6 }
  Order = r5
f1 method __init__(r0 self, r1 id):
  self~6 = r0
  id = r1
  r2 = id
  r3 = self~6
  set r3.id = r2
f2 method total(r0 self):
  self~8 = r0
  r1 = 1
  return r1
f3 method total(r0 self, r1 value):
  self~9 = r0
  value = r1
f4 method parse(r0 text):
  text = r0
f5 method load(r0 cls):
  cls = r0
f6 method close(r0 self):
  self~13 = r0
`,
    },
    {
      what: 'fields with and without a value keep their types',
      python: `@dataclass
class Order:
    id: UUID
    state: str = "open"
    tags = []`,
      ir: `f0 module:
  r0 = global dataclass
  r1 = "open"
  state = r1
  r2 = list []
  tags = r2
  r3 = state
  r4 = tags
  r5 = class Order { class field id (UUID): ; class field state (str): r3; class field tags: r4 }
  r6 = call r0(r5)
  Order = r6
`,
    },
    {
      what: 'a method is a name of the class body',
      python: `class Order:
    def total(self): pass
    sum = total`,
      ir: `f0 module:
  r0 = function f1
  sum = r0
  r1 = sum
  r2 = class Order { method total: f1; class field sum: r1 }
  Order = r2
f1 method total(r0 self):
  self = r0
`,
    },
  ],
  text: [
    {
      what: 'f-strings, with formats and conversions, one inside another',
      python: `f"{name!r:>{width}} {f'{inner}'} {{literal}} {total=}"`,
      ir: `f0 module:
  r0 = global name
  r1 = global width
  r2 = global inner
  r3 = join r2
  r4 = global total
  r5 = join r0 + " " + r3 + " {literal} total=" + r4
`,
    },
    {
      what: 'a format that takes numbers alone makes a number',
      python: `f"{page:d} {share:.1%} {day:%Y-%m-%d} {name:>10}"`,
      ir: `f0 module:
  r0 = global page
  r1 = + r0
  r2 = global share
  r3 = + r2
  r4 = global day
  r5 = global name
  r6 = join r1 + " " + r3 + " " + r4 + " " + r5
`,
    },
    {
      what: 'quotes inside as of Python 3.12',
      python: `f"{order["id"]}"`,
      ir: `f0 module:
  r0 = global order
  r1 = get r0["id"]
  r2 = join r1
`,
    },
    {
      what: 'a template is tagged',
      python: `t"select {id}"`,
      ir: `f0 module:
  r0 = import Template from "string.templatelib"
  r1 = global id
  r2 = join r0 "select " + r1
`,
    },
    {
      what: 'literals beside each other are one',
      python: `path = "orders/" '2024' f"/{id}" "!"`,
      ir: `f0 module:
  r0 = global id
  r1 = join "orders/2024/" + r0 + "!"
  path = r1
`,
    },
    {
      what: '`+` with text joins, before it adds',
      python: `a + b + "/" + c`,
      ir: `f0 module:
  r0 = global a
  r1 = global b
  r2 = r0 + r1
  r3 = global c
  r4 = join r2 + "/" + r3
`,
    },
    {
      what: '`%` and `format` are what they are',
      python: `"%s" % name
"{}".format(name)`,
      ir: `f0 module:
  r0 = "%s"
  r1 = global name
  r2 = r0 % r1
  r3 = "{}"
  r4 = get r3.format
  r5 = global name
  r6 = call r4(r5) on r3
`,
    },
    {
      what: 'escapes, raw and bytes',
      python: `a = "\\x41\\u00e9\\n"
b = r"\\d+"
c = b"\\x00"`,
      ir: `f0 module:
  r0 = "Aé\\n"
  a = r0
  r1 = "\\\\d+"
  b = r1
  r2 = "\\u0000"
  c = r2
`,
    },
    {
      what: '`+=` with text joins',
      python: `query += " where id = " + id`,
      ir: `f0 module:
  r0 = query
  r1 = global id
  r2 = join " where id = " + r1
  r3 = join r0 + r2
  query = r3
`,
    },
  ],
  expressions: [
    {
      what: 'conditions become branches',
      python: `a and b or not c`,
      ir: `f0 module:
  r0 = global a
  %and = r0
  if r0
    r1 = global b
    %and = r1
  r2 = %and
  %or = r2
  if r2
  else
    r3 = global c
    r4 = ! r3
    %or = r4
  r5 = %or
`,
    },
    {
      what: 'a conditional expression',
      python: `total = price if price else 0`,
      ir: `f0 module:
  r0 = global price
  if r0
    r1 = global price
    %either = r1
  else
    r2 = 0
    %either = r2
  r3 = %either
  total = r3
`,
    },
    {
      what: 'a chain of comparisons computes its middle once',
      python: `0 < amount() <= limit`,
      ir: `f0 module:
  r0 = 0
  r1 = global amount
  r2 = call r1()
  r3 = r0 < r2
  %and = r3
  if r3
    r4 = global limit
    r5 = r2 <= r4
    %and = r5
  r6 = %and
`,
    },
    {
      what: 'identity and membership',
      python: `a is None
b is not c
d not in e
f == 1
g != 2`,
      ir: `f0 module:
  r0 = global a
  r1 = null
  r2 = r0 === r1
  r3 = global b
  r4 = global c
  r5 = r3 !== r4
  r6 = global d
  r7 = global e
  r8 = r6 in r7
  r9 = ! r8
  r10 = global f
  r11 = 1
  r12 = r10 === r11
  r13 = global g
  r14 = 2
  r15 = r13 !== r14
`,
    },
    {
      what: 'calls with every kind of argument',
      python: `orders.find(1, *ids, state="open", **options)`,
      ir: `f0 module:
  r0 = global orders
  r1 = get r0.find
  r2 = 1
  r3 = global ids
  r4 = "open"
  r5 = global options
  r6 = call r1(r2, ...r3, state=r4, **r5) on r0
`,
    },
    {
      what: 'items and slices',
      python: `rows[0]["id"][name]
rows[1:-1]
grid[1, ::2]`,
      ir: `f0 module:
  r0 = global rows
  r1 = get r0["0"]
  r2 = get r1["id"]
  r3 = global name
  r4 = get r2[r3]
  r5 = global rows
  r6 = 1
  r7 = -1
  r8 = global slice
  r9 = call r8(r6, r7)
  r10 = get r5[r9]
  r11 = global grid
  r12 = 1
  r13 = null
  r14 = null
  r15 = 2
  r16 = global slice
  r17 = call r16(r13, r14, r15)
  r18 = tuple [r12, r17]
  r19 = get r11[r18]
`,
    },
    {
      what: 'collections with spreads',
      python: `[1, *rest]
(a,)
{1, 2}
{"a": 1, **more, key: 2}`,
      ir: `f0 module:
  r0 = 1
  r1 = global rest
  r2 = list [r0, ...r1]
  r3 = global a
  r4 = tuple [r3]
  r5 = 1
  r6 = 2
  r7 = set [r5, r6]
  r8 = 1
  r9 = global more
  r10 = global key
  r11 = 2
  r12 = object {a: r8, ...r9, [r10]: r11}
`,
    },
    {
      what: 'comprehensions are loops that add',
      python: `{row.id: row for row in rows if row.open if row.paid}
sum(price for order in orders for price in order)`,
      ir: `f0 module:
  r0 = object {}
  %dictionary = r0
  r1 = global rows
  for r2 of r1
    row = r2
    r3 = row
    r4 = get r3.open
    if r4
      r5 = row
      r6 = get r5.paid
      if r6
        r7 = row
        r8 = get r7.id
        r9 = row
        r10 = %dictionary
        r11 = object {...r10, [r8]: r9}
        %dictionary = r11
  r12 = %dictionary
  r13 = global sum
  r14 = list []
  %generator = r14
  r15 = global orders
  for r16 of r15
    order = r16
    r17 = order
    for r18 of r17
      price = r18
      r19 = price
      r20 = %generator
      r21 = list [...r20, r19]
      %generator = r21
  r22 = %generator
  r23 = call r13(r22)
`,
    },
    {
      what: 'numbers',
      python: `a = 0x10 + 1_000 + 1.5e3 + 12345678901234567890 - 2j`,
      ir: `f0 module:
  r0 = 16
  r1 = 1000
  r2 = r0 + r1
  r3 = 1500
  r4 = r2 + r3
  r5 = 12345678901234567890n
  r6 = r4 + r5
  r7 = 2
  r8 = r6 - r7
  a = r8
`,
    },
  ],
  assignments: [
    {
      what: 'several targets and several names',
      python: `first, (second, *rest) = pair = order`,
      ir: `f0 module:
  r0 = global order
  r1 = get r0["0"]
  first = r1
  r2 = get r0["1"]
  r3 = get r2["0"]
  second = r3
  r4 = 1
  r5 = null
  r6 = global slice
  r7 = call r6(r4, r5)
  r8 = get r2[r7]
  rest = r8
  pair = r0
`,
    },
    {
      what: 'members and items',
      python: `order.state = 1
order["id"] = 2
order.total += 3
counts[key()] -= 1`,
      ir: `f0 module:
  r0 = 1
  r1 = global order
  set r1.state = r0
  r2 = 2
  r3 = global order
  set r3["id"] = r2
  r4 = global order
  r5 = get r4.total
  r6 = 3
  r7 = r5 + r6
  set r4.total = r7
  r8 = global counts
  r9 = global key
  r10 = call r9()
  r11 = get r8[r10]
  r12 = 1
  r13 = r11 - r12
  set r8[r10] = r13
`,
    },
    {
      what: 'types do nothing',
      python: `total: int
limit: int = 3
type Alias[T] = list`,
      ir: `f0 module:
  r0 = 3
  limit = r0
  r1 = global list
  Alias = r1
`,
    },
    {
      what: '`del`',
      python: `del order.state, order["id"], order`,
      ir: `f0 module:
  r0 = order
  delete r0.state
  r1 = order
  delete r1["id"]
`,
    },
  ],
  statements: [
    {
      what: '`elif` stands in the `else`',
      python: `if a and b:
    one()
elif not c:
    two()
else:
    three()`,
      ir: `f0 module:
  r0 = global a
  %and = r0
  if r0
    r1 = global b
    %and = r1
  r2 = %and
  if r2
    r3 = global one
    r4 = call r3()
  else
    r5 = global c
    if r5
      r6 = global three
      r7 = call r6()
    else
      r8 = global two
      r9 = call r8()
`,
    },
    {
      what: 'the `else` of a loop runs when nothing broke out',
      python: `for order in orders:
    if order: break
else:
    none()`,
      ir: `f0 module:
  r0 = global orders
  r1 = false
  %broke = r1
  for r2 of r0
    order = r2
    r3 = order
    if r3
      r4 = true
      %broke = r4
      break
  r5 = %broke
  if r5
  else
    r6 = global none
    r7 = call r6()
`,
    },
    {
      what: '`while`',
      python: `while queue:
    queue.pop()
while True:
    continue`,
      ir: `f0 module:
  loop
  before
    r0 = global queue
  while r0
  body
    r1 = global queue
    r2 = get r1.pop
    r3 = call r2() on r1
  loop
  body
    continue
`,
    },
    {
      what: '`try` with all its parts',
      python: `try:
    risky()
except (KeyError, ValueError) as error:
    raise Failed(error) from error
except* OSError:
    raise
else:
    fine()
finally:
    close()`,
      ir: `f0 module:
  r0 = global KeyError
  r1 = global ValueError
  r2 = global OSError
  try
    r3 = global risky
    r4 = call r3()
    r5 = global fine
    r6 = call r5()
  catch r0, r1 as error
    r7 = global Failed
    r8 = error
    r9 = call r7(r8)
    r10 = error
    throw r9
  catch r2
    throw
  finally
    r11 = global close
    r12 = call r11()
`,
    },
    {
      what: '`except` without brackets, as of Python 3.14',
      python: `try: pass
except KeyError, ValueError: pass`,
      ir: `f0 module:
  r0 = global KeyError
  r1 = global ValueError
  try
  catch r0, r1
`,
    },
    {
      what: '`with` in brackets',
      python: `with (open(path) as file, lock):
    file.read()
with (yield_()):
    pass`,
      ir: `f0 module:
  r0 = global open
  r1 = global path
  r2 = call r0(r1)
  file = r2
  r3 = global lock
  r4 = file
  r5 = get r4.read
  r6 = call r5() on r4
  r7 = global yield_
  r8 = call r7()
`,
    },
    {
      what: '`assert` guards what follows',
      python: `assert isinstance(id, int), "no id"
use(id)`,
      ir: `f0 module:
  r0 = global isinstance
  r1 = global id
  r2 = global int
  r3 = call r0(r1, r2)
  if r3
  else
    r4 = "no id"
    throw r4
  r5 = global use
  r6 = global id
  r7 = call r5(r6)
`,
    },
    {
      what: '`match`',
      python: `match event:
    case {"type": "order", "id": int(id), **rest} if id > 0:
        one(id)
    case [first, *_] | Pair(first, y=_):
        two(first)
    case Kind.CLOSE | None | -1:
        three()
    case other:
        four(other)`,
      ir: `f0 module:
  r0 = global event
  r1 = false
  %case~4 = r1
  r2 = "type"
  r3 = r2 in r0
  if r3
    r4 = get r0["type"]
    r5 = "order"
    r6 = r4 === r5
    if r6
      r7 = "id"
      r8 = r7 in r0
      if r8
        r9 = get r0["id"]
        r10 = global int
        r11 = r9 instanceof r10
        if r11
          id = r9
          rest = r0
          r12 = id
          r13 = 0
          r14 = r12 > r13
          if r14
            r15 = true
            %case~4 = r15
  r16 = %case~4
  if r16
    r17 = global one
    r18 = id
    r19 = call r17(r18)
  else
    r20 = false
    %case~5 = r20
    r21 = false
    %or~6 = r21
    r22 = 1
    r23 = global len
    r24 = call r23(r0)
    r25 = r24 >= r22
    if r25
      r26 = get r0["0"]
      first = r26
      r27 = true
      %or~6 = r27
    r28 = %or~6
    if r28
    else
      r29 = global Pair
      r30 = r0 instanceof r29
      if r30
        r31 = get r0["0"]
        first = r31
        r32 = get r0.y
        r33 = true
        %or~6 = r33
    r34 = %or~6
    if r34
      r35 = true
      %case~5 = r35
    r36 = %case~5
    if r36
      r37 = global two
      r38 = first
      r39 = call r37(r38)
    else
      r40 = false
      %case~7 = r40
      r41 = false
      %or~8 = r41
      r42 = global Kind
      r43 = get r42.CLOSE
      r44 = r0 === r43
      if r44
        r45 = true
        %or~8 = r45
      r46 = %or~8
      if r46
      else
        r47 = null
        r48 = r0 === r47
        if r48
          r49 = true
          %or~8 = r49
      r50 = %or~8
      if r50
      else
        r51 = -1
        r52 = r0 === r51
        if r52
          r53 = true
          %or~8 = r53
      r54 = %or~8
      if r54
        r55 = true
        %case~7 = r55
      r56 = %case~7
      if r56
        r57 = global three
        r58 = call r57()
      else
        other = r0
        r59 = global four
        r60 = other
        r61 = call r59(r60)
`,
    },
    {
      what: 'soft keywords are names',
      python: `match = 1
case = match
type = type(case)
match(type)
print(match[0])`,
      ir: `f0 module:
  r0 = 1
  match = r0
  r1 = match
  case = r1
  r2 = type
  r3 = case
  r4 = call r2(r3)
  type = r4
  r5 = match
  r6 = type
  r7 = call r5(r6)
  r8 = global print
  r9 = match
  r10 = get r9["0"]
  r11 = call r8(r10)
`,
    },
  ],
  imports: [
    {
      what: 'of modules',
      python: `import os.path
import boto3 as aws, json
import a.b as c`,
      ir: `f0 module:
  r0 = import * from "os.path"
  r1 = import * from "os"
  os = r1
  r2 = import * from "boto3"
  aws = r2
  r3 = import * from "json"
  json = r3
  r4 = import * from "a.b"
  c = r4
imports os.path os boto3 json a.b
`,
    },
    {
      what: 'of names, relative and all',
      python: `from . import storage
from ..orders.prices import total as sum, tax
from .models import *`,
      ir: `f0 module:
  r0 = import storage from "."
  storage = r0
  r1 = import total from "..orders.prices"
  sum = r1
  r2 = import tax from "..orders.prices"
  tax = r2
  r3 = import * from ".models"
imports . ..orders.prices .models
wildcards .models
submodules .storage ..orders.prices.total ..orders.prices.tax
`,
    },
  ],
  'Python 2': [
    {
      what: '`print` and `exec` without brackets are calls, and problems',
      python: `print "total", total
exec code
raise Failed, "why"`,
      ir: `f0 module:
  r0 = global print
  r1 = "total"
  r2 = global total
  r3 = call r0(r1, r2)
  r4 = global exec
  r5 = global code
  r6 = call r4(r5)
  r7 = global Failed
  throw r7
problem 0-5: \`print\` without brackets is not Python 3; it is read as a call.
problem 21-25: \`exec\` without brackets is not Python 3; it is read as a call.
problem 31-50: \`raise\` with commas is not Python 3.
`,
    },
    {
      what: 'the name of an error after a comma',
      python: `try: pass
except KeyError, error: pass`,
      ir: `f0 module:
  r0 = global KeyError
  try
  catch r0 as error
problem 17-32: \`except\` with a comma before the name is not Python 3.
`,
    },
  ],
};
