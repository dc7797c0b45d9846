using System.Collections.Immutable;

namespace HyperTune;

/// <summary>Something that a study found out about its own search space or about its course, and what to do about it (<see cref="StudyResult{T}.Hints"/>).</summary>
public sealed class StudyHint
{
    internal StudyHint(StudyHintKind kind, Parameter? parameter, string text, string change, ImmutableArray<int> trials)
    {
        Kind = kind;
        Parameter = parameter;
        Text = text;
        Change = change;
        Trials = trials;
    }

    /// <summary>What was found.</summary>
    public StudyHintKind Kind { get; }

    /// <summary>The parameter that the hint is about, one of the study's space; <see langword="null"/> where it is about none in particular.</summary>
    public Parameter? Parameter { get; }

    /// <summary>The finding with its evidence, a sentence in plain words. The same in every culture.</summary>
    public string Text { get; }

    /// <summary>
    /// What to write instead or besides, as C#; names and values are those of the study. A comment says where it belongs, where the code itself does not.
    /// </summary>
    public string Change { get; }

    /// <summary>The numbers of the trials that are the evidence, the most telling first; never empty.</summary>
    public ImmutableArray<int> Trials { get; }

    /// <summary>Of a <see cref="StudyHintKind.BindingBound"/>, whether it is the upper one.</summary>
    internal bool IsUpper { get; init; }

    /// <summary>The vector value that is suggested for the bound, or for the parameter to be fixed at; not a number where there is none.</summary>
    internal double Suggestion { get; init; } = double.NaN;

    /// <summary>Of a <see cref="StudyHintKind.BetterDefault"/>, the vector of the better config.</summary>
    internal ReadOnlyMemory<double> Better { get; init; }

    /// <summary>The finding.</summary>
    public override string ToString() => Text;
}
