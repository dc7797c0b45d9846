using HyperTune.Text;

namespace HyperTune.Models.Hints;

/// <summary>The part of a digest that is about one study, as <see cref="HintDigestFormat"/> says.</summary>
internal static class HintDigest
{
    /// <summary>The lines. Hints that nothing in the source stands for are left out.</summary>
    /// <param name="study">The study's name.</param>
    /// <param name="type">The config type's full name.</param>
    /// <param name="space">Its space.</param>
    /// <param name="trialCount">How many trials the study has.</param>
    /// <param name="hints">What it found out.</param>
    public static IReadOnlyList<string> Of(string study, string type, SearchSpace space, int trialCount, IEnumerable<StudyHint> hints)
    {
        var lines = new List<string> { TabbedLine.Of(HintDigestFormat.Study, study, type, space.Fingerprint, NumberFormat.Invariant(trialCount)) };
        foreach (StudyHint hint in hints)
        {
            switch (hint.Kind)
            {
                case StudyHintKind.BindingBound:
                    lines.Add(TabbedLine.Of(
                        HintDigestFormat.Bound, hint.Parameter!.Name, hint.IsUpper ? HintDigestFormat.Upper : HintDigestFormat.Lower, NumberFormat.Invariant(hint.Suggestion), hint.Text));
                    break;
                case StudyHintKind.UnimportantParameter:
                    double value = DefaultHints.Rounded(hint.Parameter!, hint.Suggestion);
                    lines.Add(TabbedLine.Of(HintDigestFormat.Fixed, hint.Parameter!.Name, NumberFormat.Invariant(value), hint.Text));
                    break;
                case StudyHintKind.BetterDefault:
                    lines.Add(TabbedLine.Of(HintDigestFormat.Default, hint.Text));
                    lines.AddRange(space.Parameters
                        .Where(parameter => !double.IsNaN(hint.Better.Span[parameter.Index]))
                        .Select(parameter => TabbedLine.Of(
                            HintDigestFormat.Value, parameter.Name, NumberFormat.Invariant(DefaultHints.Rounded(parameter, hint.Better.Span[parameter.Index])))));
                    break;
            }
        }

        return lines;
    }
}
