using System.Globalization;

namespace HyperTune;

/// <summary>One outer fold of a nested cross-validation: what was chosen without its validation, and what that is worth on it.</summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed class NestedFold<T>
{
    internal NestedFold(Fold fold, StudyResult<T> result, TrialRecord<T> trial, double score)
    {
        Fold = fold;
        Result = result;
        Trial = trial;
        Score = score;
    }

    /// <summary>The outer fold.</summary>
    public Fold Fold { get; }

    /// <summary>The study that was run on its training.</summary>
    public StudyResult<T> Result { get; }

    /// <summary>The trial that was chosen.</summary>
    public TrialRecord<T> Trial { get; }

    /// <summary>The config that was chosen.</summary>
    public T Config => Trial.Config;

    /// <summary>What the config is worth on the outer fold's validation.</summary>
    public double Score { get; }

    /// <summary>The fold in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Outer fold {Fold.Number}: {Score:G5} with {Trial.Describe()}");
}
