using HyperTune.Numerics;
using HyperTune.Resampling;
using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// Ways to split samples into folds, for <c>trial.CrossValidateAsync</c>. They know numbers of samples, labels and groups only: what a sample is
/// the objective knows.
/// </summary>
/// <example>
/// <code>
/// FoldPlan folds = Folds.Stratified(labels, 5);
/// study.Run((config, trial) => trial.CrossValidate(folds, fold => Score(config, fold.Train, fold.Validation)), 100);
/// </code>
/// </example>
public static class Folds
{
    private const int FewestFolds = 2;

    /// <summary>Splits samples at random into folds of nearly equal size, each of which validates once.</summary>
    /// <param name="count">How many samples there are; at least <paramref name="k"/>.</param>
    /// <param name="k">How many folds; at least 2.</param>
    /// <param name="shuffle">Whether samples go to folds at random; otherwise each fold is a stretch of neighbours.</param>
    /// <param name="seed">The seed to split with; <see langword="null"/> for that of the study.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static FoldPlan KFold(int count, int k, bool shuffle = true, long? seed = null)
    {
        CheckFolds(k, count, nameof(k), "samples");
        return new KFoldPlan(count, k, shuffle, seed);
    }

    /// <summary>Splits samples so that each fold has the classes in the same shares, as nearly as whole numbers allow.</summary>
    /// <typeparam name="T">The type of the labels, for instance <see cref="string"/>.</typeparam>
    /// <param name="labels">The class of each sample; each class must have at least <paramref name="k"/> samples.</param>
    /// <param name="k">How many folds; at least 2.</param>
    /// <param name="seed">The seed to split with; <see langword="null"/> for that of the study.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">A class has too few samples, or a label is <see langword="null"/>.</exception>
    public static FoldPlan Stratified<T>(ReadOnlySpan<T> labels, int k, long? seed = null)
        where T : notnull
    {
        CheckFolds(k, labels.Length, nameof(k), "samples");
        Categories classes = Categories.Of(labels, nameof(labels));
        CheckClasses(classes, classes.Sizes, k, nameof(labels), "samples");
        return new StratifiedPlan(classes, k, seed);
    }

    /// <summary>Splits samples so that those of a group, for instance of a patient, are all on the same side of each fold.</summary>
    /// <typeparam name="T">The type of the groups' names.</typeparam>
    /// <param name="groups">The group of each sample.</param>
    /// <param name="k">How many folds; at least 2, and at most as many as there are groups.</param>
    /// <param name="seed">The seed to split with; <see langword="null"/> for that of the study.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>.</exception>
    public static FoldPlan Grouped<T>(ReadOnlySpan<T> groups, int k, long? seed = null)
        where T : notnull
    {
        Categories known = Categories.Of(groups, nameof(groups));
        CheckFolds(k, known.Count, nameof(k), "groups");
        return new GroupedPlan(known, k, seed);
    }

    /// <summary>
    /// Splits samples so that those of a group stay together and each fold has the classes in about the same shares. Where the groups do not allow it, a
    /// fold may validate without a class, but none trains without one.
    /// </summary>
    /// <typeparam name="TLabel">The type of the labels.</typeparam>
    /// <typeparam name="TGroup">The type of the groups' names.</typeparam>
    /// <param name="labels">The class of each sample; each class must occur in at least <paramref name="k"/> groups.</param>
    /// <param name="groups">The group of each sample; as many as there are labels.</param>
    /// <param name="k">How many folds; at least 2, and at most as many as there are groups.</param>
    /// <param name="seed">The seed to split with; <see langword="null"/> for that of the study.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">
    /// There are more labels than groups or fewer, a class is in too few groups, or a label or a group is <see langword="null"/>.
    /// </exception>
    public static FoldPlan StratifiedGrouped<TLabel, TGroup>(ReadOnlySpan<TLabel> labels, ReadOnlySpan<TGroup> groups, int k, long? seed = null)
        where TLabel : notnull
        where TGroup : notnull
    {
        if (labels.Length != groups.Length)
        {
            throw new ArgumentException($"There are {labels.Length} labels and {groups.Length} groups; each sample must have one of both.", nameof(groups));
        }

        Categories classes = Categories.Of(labels, nameof(labels));
        Categories known = Categories.Of(groups, nameof(groups));
        CheckFolds(k, known.Count, nameof(k), "groups");
        int[] groupCounts = new int[classes.Count];
        foreach ((int label, _) in classes.Numbers.Zip(known.Numbers).Distinct())
        {
            groupCounts[label]++;
        }

        CheckClasses(classes, groupCounts, k, nameof(labels), "groups");
        return new StratifiedGroupedPlan(classes, known, k, seed);
    }

    /// <summary>
    /// Splits samples in the order of time: each fold validates with the stretch that follows those of the folds before, and trains on what lies at least
    /// <paramref name="gap"/> samples earlier. There is nothing random about it.
    /// </summary>
    /// <param name="count">How many samples there are, in the order of time.</param>
    /// <param name="k">How many folds; at least 1.</param>
    /// <param name="gap">How many samples between training and validation are left out; at least 0.</param>
    /// <param name="validationSize">How many samples a fold validates with; <see langword="null"/> for <c>count / (k + 1)</c>.</param>
    /// <param name="window">How many samples a fold trains on at most, the latest; <see langword="null"/> for all earlier ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the first fold would have nothing to train on.</exception>
    public static FoldPlan TimeSeries(int count, int k, int gap = 0, int? validationSize = null, int? window = null)
    {
        Guard.AtLeast(count, 2);
        Guard.AtLeast(k, 1);
        Guard.AtLeast(gap, 0);
        int size = validationSize ?? (int)(count / ((long)k + 1));
        Guard.AtLeast(window ?? 1, 1, nameof(window));
        long left = count - ((long)k * size) - gap;
        return size < 1 || left < 1
            ? throw new ArgumentOutOfRangeException(
                validationSize is null ? nameof(k) : nameof(validationSize),
                validationSize ?? k,
                $"{k} folds that validate with {size} samples, and a gap of {gap}, leave {left} of {count} samples to train on in the first fold; each side must "
                + "have at least 1.")
            : new TimeSeriesPlan(count, k, gap, size, window);
    }

    /// <summary>A single fold: a share of the samples, chosen at random, validates, and the others train.</summary>
    /// <param name="count">How many samples there are; at least 2.</param>
    /// <param name="share">The share that validates; between 0 and 1, both excluded. At least one sample is on each side.</param>
    /// <param name="seed">The seed to split with; <see langword="null"/> for that of the study.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static FoldPlan HoldOut(int count, double share = 0.2, long? seed = null)
    {
        Guard.AtLeast(count, 2);
        return share is > 0 and < 1
            ? new HoldOutPlan(count, share, seed)
            : throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be between 0 and 1, both excluded.");
    }

    /// <summary>
    /// Draws, for each fold, as many samples with replacement as there are, to train on, and validates with those that were not drawn: about 37 in 100.
    /// </summary>
    /// <remarks>Reference: B. Efron, "Estimating the error rate of a prediction rule", JASA 78, 1983.</remarks>
    /// <param name="count">How many samples there are; at least 2.</param>
    /// <param name="resamples">How many folds; at least 1.</param>
    /// <param name="seed">The seed to draw with; <see langword="null"/> for that of the study.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static FoldPlan Bootstrap(int count, int resamples, long? seed = null)
    {
        Guard.AtLeast(count, 2);
        Guard.AtLeast(resamples, 1);
        return new BootstrapPlan(count, resamples, seed);
    }

    /// <summary>As many folds as samples, each of which validates with one. The folds keep about the square of <paramref name="count"/> indices.</summary>
    /// <param name="count">How many samples there are; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 samples.</exception>
    public static FoldPlan LeaveOneOut(int count)
    {
        Guard.AtLeast(count, 2);
        return new KFoldPlan(count, count, isShuffled: false, seed: null);
    }

    /// <summary>The folds of another plan, drawn several times: for instance five times five folds, or several hold-outs.</summary>
    /// <param name="plan">The plan to draw from.</param>
    /// <param name="times">How many times; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public static FoldPlan Repeated(FoldPlan plan, int times)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Guard.AtLeast(times, 1);
        return new RepeatedPlan(plan, times);
    }

    private static void CheckFolds(int k, int most, string name, string things)
    {
        if (k < FewestFolds || k > most)
        {
            string range = most < FewestFolds
                ? $"there must be at least {FewestFolds} {things} to split, and there are {most}"
                : $"the number of folds must be from {FewestFolds} to {most}, the number of {things}";
            throw new ArgumentOutOfRangeException(name, k, $"{NumberFormat.Invariant(k)} folds are not possible: {range}.");
        }
    }

    private static void CheckClasses(Categories classes, int[] sizes, int k, string name, string things)
    {
        for (int label = 0; label < classes.Count; label++)
        {
            if (sizes[label] < k)
            {
                throw new ArgumentException(
                    $"Class '{classes.NameOf(label)}' has {sizes[label]} {things}; for {k} folds it must have at least {k}, so that each of them can have one.", name);
            }
        }
    }
}
