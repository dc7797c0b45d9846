using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HyperTune.Generators.Hints;
using HyperTune.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Tests;

/// <summary>A file in which a run handed the hints of studies to the compiler.</summary>
internal sealed class TestDigest(string text, string path = "study.journal.hints") : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The digest of one study of 100 trials, called <c>s</c>, that searched the space of a type as a source declares it.</summary>
    /// <param name="markup">The source, with marks or without.</param>
    /// <param name="type">The type's full name.</param>
    /// <param name="hints">The lines behind the study's, their fields apart by bars.</param>
    public static TestDigest Of(string markup, string type, params IEnumerable<string> hints)
        => new(Whole($"study|s|{type}|{FingerprintOf(markup, type)}|100", [.. hints]));

    /// <summary>The text of a digest.</summary>
    /// <param name="study">The line of a study, its fields apart by bars.</param>
    /// <param name="hints">The lines behind it.</param>
    public static string Whole(string study, params IEnumerable<string> hints)
    {
        string[] lines = ["hypertune-hints|1", study, .. hints];
        return string.Concat(lines.Append($"end|{lines.Length.ToString(CultureInfo.InvariantCulture)}").Select(static line => line.Replace('|', '\t') + "\n"));
    }

    /// <summary>The fingerprint of a space.</summary>
    public static string FingerprintOf(string markup, string type)
    {
        CSharpCompilation compilation = AnalyzerTest.Compile(TestMarkup.Parse(markup).Code);
        return SpaceOutline.Of(compilation.GetTypeByMetadataName(type)!, compilation, CancellationToken.None)!.Fingerprint();
    }
}
