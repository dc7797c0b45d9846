using System.Text;
using static HyperTune.Benchmarks.FuzzValues;

namespace HyperTune.Benchmarks;

/// <summary>Damages journals: bytes, tokens, values of another kind, lines, repeats and nesting. The same number gives the same damage.</summary>
internal sealed class JournalMutator(IReadOnlyList<string> seeds)
{
    private const int MaximumLength = 2_000_000;

    /// <summary>The damaged journal of a number, and what was done to it.</summary>
    public (byte[] Content, string What) Create(int number)
    {
        // Neighbouring seeds of this class give neighbouring first numbers.
        var random = new Random(unchecked((number * 0x5DEECE6D) ^ 0x2545F491));
        random.Next();
        string text = seeds[random.Next(seeds.Count)];
        var what = new StringBuilder();
        for (int left = 1 + random.Next(4); left > 0; left--)
        {
            (string name, text) = Mutate(text, random);
            what.Append(what.Length == 0 ? "" : ", ").Append(name);
        }

        text = text.Length > MaximumLength ? text[..MaximumLength] : text;
        return (Encoding.Latin1.GetBytes(text), what.ToString());
    }

    // About half of the damages leave every line a record, so that not all cases end at the first one.
    private (string Name, string Text) Mutate(string text, Random random) => random.Next(34) switch
    {
        >= 16 and < 21 => ("number to an extreme", ReplaceWhere(text, random, static token => char.IsAsciiDigit(token[^1]), Numbers)),
        >= 21 and < 23 => ("number inside a text to an extreme", ReplaceInside(text, random)),
        >= 23 and < 25 => ("text to another", ReplaceWhere(text, random, static token => token[0] == '"', Texts)),
        >= 25 and < 29 => ("right record added", Insert(text, FuzzRecords.Right(random), random)),
        >= 30 => ("record of ours added", Insert(text, FuzzRecords.OfOurs(random), random)),
        29 => ("study renamed", Insert(text, """{"op_code":3,"worker_id":"w","study_id":0,"system_attr":{"hypertune:name":"fuzzed"}}""", random)),
        0 => ("bytes changed", Bytes(text, random)),
        1 => ("piece cut out", Cut(text, random)),
        2 => ("cut off", text[..random.Next(text.Length + 1)]),
        3 or 4 or 5 => ("value of another kind", Replace(text, random, static (_, random) => Pick(Values, random))),
        6 => ("token of elsewhere", Replace(text, random, (_, random) => AnyToken(text, random))),
        7 => ("another name", Replace(text, random, static (_, random) => $"\"{Pick(Names, random)}\"")),
        8 => ("value inside a text", Inside(text, random)),
        9 => ("lines moved", Lines(text, random)),
        10 => ("line repeated", Repeat(text, random)),
        11 => ("element repeated", Replace(text, random, RepeatToken)),
        12 => ("nested", Replace(text, random, Nest)),
        13 => ("record of any kind added", Insert(text, FuzzRecords.OfAnyKind(random), random)),
        14 => ("many records added", Insert(text, string.Join('\n', FuzzRecords.Many(random)), random)),
        _ => ("lines of another journal", Splice(text, random)),
    };

    private static string Bytes(string text, Random random)
    {
        char[] changed = text.ToCharArray();
        for (int left = 1 + random.Next(4); left > 0 && changed.Length > 0; left--)
        {
            int place = random.Next(changed.Length);
            changed[place] = random.Next(3) == 0 ? (char)random.Next(256) : (char)(changed[place] ^ (1 << random.Next(8)));
        }

        return new string(changed);
    }

    private static string Cut(string text, Random random)
    {
        int start = random.Next(text.Length + 1);
        return text.Remove(start, random.Next(Math.Min(200, text.Length - start) + 1));
    }

    private static string Replace(string text, Random random, Func<string, Random, string> create)
    {
        List<Range> tokens = JournalTokens.Find(text);
        if (tokens.Count == 0)
        {
            return text;
        }

        Range token = Pick(tokens, random);
        return string.Concat(text.AsSpan(0, token.Start.Value), create(text[token], random), text.AsSpan(token.End.Value));
    }

    private static string ReplaceWhere(string text, Random random, Predicate<string> isWanted, string[] values)
    {
        List<Range> tokens = JournalTokens.Find(text);
        tokens.RemoveAll(token => !isWanted(text[token]));
        if (tokens.Count == 0)
        {
            return text;
        }

        Range token = Pick(tokens, random);
        return string.Concat(text.AsSpan(0, token.Start.Value), Pick(values, random), text.AsSpan(token.End.Value));
    }

    private static string ReplaceInside(string text, Random random)
    {
        Range[] inner = [.. JournalTokens.Find(text).Where(token => text[token] is ['"', _, .., '"'] && text[token].Contains("\\\"", StringComparison.Ordinal))];
        if (inner.Length == 0)
        {
            return text;
        }

        Range token = Pick(inner, random);
        string content = text[(token.Start.Value + 1)..(token.End.Value - 1)];
        return string.Concat(
            text.AsSpan(0, token.Start.Value + 1), ReplaceWhere(content, random, static inside => char.IsAsciiDigit(inside[^1]), Numbers), text.AsSpan(token.End.Value - 1));
    }

    private static string AnyToken(string text, Random random) => text[Pick(JournalTokens.Find(text), random)];

    // Distributions and events are JSON inside of strings.
    private static string Inside(string text, Random random)
    {
        Range[] inner = [.. JournalTokens.Find(text).Where(token => text[token].Contains("\\\"", StringComparison.Ordinal))];
        if (inner.Length == 0)
        {
            return text;
        }

        Range token = Pick(inner, random);
        string content = text[(token.Start.Value + 1)..Math.Max(token.Start.Value + 1, token.End.Value - 1)].Replace("\\\"", "\"", StringComparison.Ordinal);
        string changed = random.Next(4) switch
        {
            0 => Replace(content, random, static (_, random) => $"\"{Pick(Names, random)}\""),
            1 => Replace(content, random, Nest),
            2 => Replace(content, random, RepeatToken),
            _ => Replace(content, random, static (_, random) => Pick(Values, random)),
        };
        return string.Concat(text.AsSpan(0, token.Start.Value + 1), changed.Replace("\"", "\\\"", StringComparison.Ordinal), text.AsSpan(Math.Max(token.Start.Value + 1, token.End.Value - 1)));
    }

    private static string Lines(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        int first = random.Next(lines.Count);
        int second = random.Next(lines.Count);
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(first);
                break;
            case 1:
                (lines[first], lines[second]) = (lines[second], lines[first]);
                break;
            case 2:
                lines.Insert(second, lines[first]);
                break;
            case 3:
                lines.Reverse();
                break;
            case 4:
                // Two records on one line.
                lines[first] += lines[second];
                break;
            default:
                lines[first] = random.Next(3) switch { 0 => "", 1 => lines[first] + "\r", _ => "\u00EF\u00BB\u00BF" + lines[first] };
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Repeat(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int place = random.Next(lines.Length);
        int times = Math.Min(Pick([2, 50, 1000, 5000], random), MaximumLength / (lines[place].Length + 1));
        var repeated = new StringBuilder();
        bool isCounted = random.Next(2) == 0;
        for (int i = 0; i < times; i++)
        {
            // Each a little different.
            repeated.Append(isCounted ? lines[place].Replace("0.", $"0.{i}", StringComparison.Ordinal).Replace("\"a", $"\"a{i}", StringComparison.Ordinal) : lines[place]).Append('\n');
        }

        return string.Join('\n', lines[..place].Append(repeated.ToString().TrimEnd('\n')).Concat(lines[(place + 1)..]));
    }

    private static string RepeatToken(string token, Random random)
    {
        int times = Math.Min(Pick([2, 30, 3000, 100_000], random), MaximumLength / (token.Length + 16));
        return random.Next(4) switch
        {
            0 => $"[{string.Join(',', Enumerable.Repeat(token, times))}]",
            1 => $"{{{string.Join(',', Enumerable.Range(0, times).Select(i => $"\"k{i}\":{token}"))}}}",
            2 => string.Concat(Enumerable.Repeat(token.Trim('"'), times)),
            _ => $"\"{string.Concat(Enumerable.Repeat(token.Trim('"').Replace("\\", "", StringComparison.Ordinal), times))}\"",
        };
    }

    private static string Nest(string token, Random random)
    {
        int depth = Pick([2, 63, 64, 65, 499, 501, 40_000], random);
        (string open, string close) = Pick([("[", "]"), ("{\"attributes\":", "}"), ("{\"a\":[", "]}")], random);
        return string.Concat(Enumerable.Repeat(open, depth)) + token + string.Concat(Enumerable.Repeat(close, depth));
    }

    private string Splice(string text, Random random)
    {
        string[] others = Pick(seeds, random).Split('\n');
        int start = random.Next(others.Length);
        return Insert(text, string.Join('\n', others.Skip(start).Take(1 + random.Next(5))), random);
    }

    private static string Insert(string text, string lines, Random random)
    {
        // Mostly behind what they refer to.
        int place = random.Next(2) == 0 ? text.LastIndexOf('\n') : text.IndexOf('\n', random.Next(text.Length + 1));
        return place < 0 ? text + lines + "\n" : text.Insert(place + 1, lines + "\n");
    }
}
