namespace HyperTune.Resampling;

/// <summary>Folds that keep groups together and have the classes in about the shares that all samples have them in.</summary>
internal sealed class StratifiedGroupedPlan(Categories classes, Categories groups, int count, long? seed) : FoldPlan(classes.Numbers.Length, count, seed)
{
    // Dealing by what is best for the next group alone can end badly; of several orders the best is taken.
    private const int Attempts = 16;

    public override string ToString()
        => $"StratifiedGrouped({SampleCount} samples of {classes.Count} classes and {groups.Count} groups, {Count} folds)";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        int[][] contents = [.. Enumerable.Range(0, groups.Count).Select(_ => new int[classes.Count])];
        for (int sample = 0; sample < SampleCount; sample++)
        {
            contents[groups.Numbers[sample]][classes.Numbers[sample]]++;
        }

        int[] best = [];
        (int Untrained, int Missing, double Imbalance) least = (int.MaxValue, 0, 0);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int[] order = [.. Enumerable.Range(0, groups.Count)];
            random.Shuffle(order.AsSpan());
            (int[] foldOfGroup, (int Untrained, int Missing, double Imbalance) faults) = Deal(contents, order);
            if (faults.CompareTo(least) < 0)
            {
                (best, least) = (foldOfGroup, faults);
            }
        }

        if (least.Untrained > 0)
        {
            throw new InvalidOperationException($"{this}: every order tried leaves a fold that trains without one of the classes. Use fewer folds.");
        }

        return Partition.OfAll([.. groups.Numbers.Select(group => best[group])], Count);
    }

    // The groups that are hardest to place first, each to the fold where it leaves the shares of the classes most even.
    private (int[] FoldOfGroup, (int Untrained, int Missing, double Imbalance) Faults) Deal(int[][] contents, int[] order)
    {
        int[] foldOfGroup = new int[groups.Count];
        int[][] filled = [.. Enumerable.Range(0, Count).Select(_ => new int[classes.Count])];
        int[] sizes = new int[Count];
        int[] nothing = new int[classes.Count];
        foreach (int group in order.OrderByDescending(group => Cost(nothing, contents[group])))
        {
            int best = 0;
            (double Cost, int Size) least = (double.PositiveInfinity, 0);
            for (int fold = 0; fold < Count; fold++)
            {
                (double Cost, int Size) candidate = (Cost(filled[fold], contents[group]), sizes[fold]);
                if (candidate.CompareTo(least) < 0)
                {
                    (best, least) = (fold, candidate);
                }
            }

            foldOfGroup[group] = best;
            sizes[best] += groups.Sizes[group];
            for (int label = 0; label < classes.Count; label++)
            {
                filled[best][label] += contents[group][label];
            }
        }

        int untrained = filled.Sum(fold => fold.Zip(classes.Sizes).Count(static label => label.First == label.Second));
        int missing = filled.Sum(static fold => fold.Count(static size => size == 0));
        return (foldOfGroup, (untrained, missing, filled.Sum(fold => Cost(fold, null))));
    }

    // By how much the squared shares grow, a class's share being of its own samples, so that rare classes count as much as common ones.
    private double Cost(int[] fold, int[]? group)
    {
        double sum = 0;
        for (int label = 0; label < fold.Length; label++)
        {
            double before = (double)fold[label] / classes.Sizes[label];
            double after = before + ((group?[label] ?? 0) / (double)classes.Sizes[label]);
            sum += group is null ? before * before : (after * after) - (before * before);
        }

        return sum;
    }
}
