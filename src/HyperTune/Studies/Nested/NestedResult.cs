using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// What a nested cross-validation says: what to expect of a config that is tuned in this way, on new data, and how much the choice depends on the data.
/// </summary>
/// <typeparam name="T">The config type.</typeparam>
public sealed class NestedResult<T>
{
    internal NestedResult(string studyName, FoldPlan plan, ImmutableArray<NestedFold<T>> folds, SearchSpace<T> space)
    {
        StudyName = studyName;
        Plan = plan;
        Folds = folds;
        Mean = folds.Average(static fold => fold.Score);
        StandardDeviation = Math.Sqrt(folds.Sum(fold => (fold.Score - Mean) * (fold.Score - Mean)) / (folds.Length - 1));

        // The corrected variance of a mean over folds whose training overlaps: (1 / k + n_test / n_train) times that of the scores.
        StandardError = StandardDeviation * Math.Sqrt((1.0 / folds.Length) + folds.Average(static fold => (double)fold.Fold.Validation.Length / fold.Fold.Train.Length));
        ReadOnlyMemory<double>[] chosen = [.. folds.Select(static fold => fold.Trial.Vector)];
        Stability = [.. space.Parameters.Select(parameter => ParameterStability.Of(parameter, chosen))];
    }

    /// <summary>The study's name.</summary>
    public string StudyName { get; }

    /// <summary>How the samples were split into outer folds.</summary>
    public FoldPlan Plan { get; }

    /// <summary>The outer folds, in the order of their numbers.</summary>
    public ImmutableArray<NestedFold<T>> Folds { get; }

    /// <summary>The mean of the outer scores: what to expect of the whole way of tuning, rather than of a single config.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of the outer scores; not a number where there is one fold.</summary>
    public double StandardDeviation { get; }

    /// <summary>The standard error of <see cref="Mean"/>, corrected for training sets that overlap; not a number where there is one fold.</summary>
    /// <remarks>Reference: C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003.</remarks>
    public double StandardError { get; }

    /// <summary>How alike the chosen configs are, parameter by parameter, in the order of the search space.</summary>
    public ImmutableArray<ParameterStability> Stability { get; }

    /// <summary>All of it, a line for each fold and parameter.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Study '{Printable.Of(StudyName)}', nested in {Plan}: {Mean:G5} with a standard error of {StandardError:G3}.");
        foreach (NestedFold<T> fold in Folds)
        {
            text.Append('\n').Append(fold);
        }

        foreach (ParameterStability parameter in Stability)
        {
            text.Append('\n').Append(parameter);
        }

        return text.ToString();
    }
}
