using System.Collections.Immutable;
using HyperTune.Models.BestTrials;
using HyperTune.Models.Hints;
using HyperTune.Models.Importance;
using HyperTune.Text;

namespace HyperTune;

public sealed partial class StudyResult<T>
{
    /// <summary>
    /// What the study found out about its own search space and its course: bounds at which the best trials lie, parameters that explain next to nothing, initializers
    /// that are worse than the best config, trials that noise makes equal, what failed trials have in common, and whether more trials would help.
    /// </summary>
    /// <remarks>
    /// <para>A bound that cannot sensibly move gives no hint: a count of 1, the 0 of a plain scale, a share of 1, the end of a list. A parameter counts only in trials in
    /// which it exists, and takes at least 20 of them. With several objectives the best trials are the first in the order front by front, and what takes one value to be
    /// told is left out.</para>
    /// <para>The same trials of the same study give the same hints. Computed anew at each call, in some hundredths of a second.</para>
    /// </remarks>
    /// <returns>The hints, by their kinds; empty where fewer than 20 trials completed within the limits.</returns>
    public ImmutableArray<StudyHint> Hints()
    {
        List<TrialResult> completed = [.. _study.Engine.Reading.CompletedAt(_moment).Where(static trial => !trial.Values.IsEmpty).OrderBy(static trial => trial.Number)];
        if (completed.Count < HintTrials.FewestTrials || _moment.BestObservedNumber < 0)
        {
            return [];
        }

        ImmutableArray<Metric> objectives = _study.Metrics.Objectives;
        bool isOne = objectives.Length == 1;
        ImportanceSubject subject = !isOne ? ImportanceSubject.Front
            : ImportanceSubject.Objective(0, objectives[0].Name == "value" ? "the objective" : Printable.Of(objectives[0].Name));
        List<TrialResult> failed = [.. _study.Engine.Reading.FailedAt(_moment).OrderBy(static trial => trial.Number)];
        ImmutableArray<double> signs = [.. objectives.Select(static metric => metric.Direction == OptimizationDirection.Maximize ? -1.0 : 1.0)];
        BestTrial? choice = isOne ? _choice.Value : null;

        // Of several on the front, one that is better than the defaults in everything, if there is any.
        var trials = new HintTrials(_study.Space, completed, failed, subject, signs, _moment.Front) { ConfigName = _study.Space.Whole.IsDeclared ? _study.Space.Name : "Config" };
        double[] defaults = DefaultVector();
        return HintAnalysis.Of(trials, defaults, choice?.Best ?? trials.Dominating(defaults) ?? _moment.BestObservedNumber, choice, Seed);
    }

    /// <summary>What the study hands to the compiler.</summary>
    /// <param name="type">The config type's full name.</param>
    internal IReadOnlyList<string> DigestHints(string type) => HintDigest.Of(StudyName, type, _study.Space, _moment.TrialCount, Hints());

    private double[] DefaultVector()
    {
        if (!_study.Space.HasDefault)
        {
            return [];
        }

        double[] vector = new double[_study.Space.DimensionCount];
        _study.Space.Encode(_study.Space.Default, vector);
        return vector;
    }
}
