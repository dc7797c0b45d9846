using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HyperTune.Text;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Hints;

/// <summary>Reads a digest as <see cref="HintDigestFormat"/> says. One that is not whole, or that somebody else wrote, says nothing at all.</summary>
internal static class DigestReader
{
    // More is no digest of ours.
    private const int MostCharacters = 4 << 20;
    private const int LongestText = 400;

    /// <summary>The studies of a digest.</summary>
    public static ImmutableArray<DigestStudy> Read(SourceText text)
    {
        var lines = new List<string>();
        if (text.Length <= MostCharacters)
        {
            foreach (TextLine line in text.Lines)
            {
                lines.Add(line.ToString());
            }
        }

        if (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return IsWhole(lines) ? ReadStudies(lines) : [];
    }

    private static bool IsWhole(List<string> lines)
        => lines.Count >= 2
            && lines[0] == TabbedLine.Of(HintDigestFormat.Header, HintDigestFormat.Version)
            && lines[lines.Count - 1] == TabbedLine.Of(HintDigestFormat.End, (lines.Count - 1).ToString(CultureInfo.InvariantCulture));

    private static ImmutableArray<DigestStudy> ReadStudies(List<string> lines)
    {
        var studies = ImmutableArray.CreateBuilder<DigestStudy>();
        for (int i = 1; i < lines.Count - 1; i++)
        {
            if (TabbedLine.Read(lines[i]) is not { } fields || !Add(fields, studies))
            {
                return [];
            }
        }

        return studies.ToImmutable();
    }

    private static bool Add(string[] fields, ImmutableArray<DigestStudy>.Builder studies)
    {
        if (fields[0] == HintDigestFormat.Study && fields.Length == 5)
        {
            studies.Add(new DigestStudy(Printable(fields[1]), fields[2], fields[3], []));
            return true;
        }

        if (studies.Count == 0)
        {
            return false;
        }

        DigestStudy study = studies[studies.Count - 1];
        DigestHint? last = study.Hints.IsEmpty ? null : study.Hints[study.Hints.Length - 1];
        if (fields[0] == HintDigestFormat.Value && fields.Length == 3)
        {
            if (last?.Kind != HintDigestFormat.Default || Number(fields[2]) is not { } value)
            {
                return false;
            }

            studies[studies.Count - 1] = study with { Hints = study.Hints.SetItem(study.Hints.Length - 1, last with { Values = last.Values.Add((fields[1], value)) }) };
            return true;
        }

        if (ReadHint(fields) is not { } hint)
        {
            return false;
        }

        studies[studies.Count - 1] = study with { Hints = study.Hints.Add(hint) };
        return true;
    }

    private static DigestHint? ReadHint(string[] fields) => (fields[0], fields.Length) switch
    {
        (HintDigestFormat.Bound, 5) when fields[2] is HintDigestFormat.Upper or HintDigestFormat.Lower && Number(fields[3]) is { } value
            => new DigestHint(HintDigestFormat.Bound, fields[1], fields[2] == HintDigestFormat.Upper, value, Printable(fields[4])),
        (HintDigestFormat.Fixed, 4) when Number(fields[2]) is { } value => new DigestHint(HintDigestFormat.Fixed, fields[1], false, value, Printable(fields[3])),
        (HintDigestFormat.Default, 2) => new DigestHint(HintDigestFormat.Default, "", false, 0, Printable(fields[1])),
        _ => null,
    };

    private static double? Number(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsNaN(value) && !double.IsInfinity(value) ? value : null;

    // It goes into a message, which has one line, and no full stop.
    private static string Printable(string text)
    {
        var printable = new StringBuilder();
        foreach (char c in text.Length <= LongestText ? text : text.Substring(0, LongestText))
        {
            printable.Append(char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? ' ' : c);
        }

        return printable.ToString().TrimEnd('.', ' ');
    }
}
