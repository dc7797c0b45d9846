namespace HyperTune.Resampling;

/// <summary>The samples of one fold, each side in ascending order.</summary>
/// <param name="Train">Those to train on.</param>
/// <param name="Validation">Those to score with.</param>
internal readonly record struct Partition(int[] Train, int[] Validation)
{
    /// <summary>The folds of a cross-validation in which each sample is validated once.</summary>
    /// <param name="foldOf">The fold that validates each sample.</param>
    /// <param name="count">How many folds there are.</param>
    public static List<Partition> OfAll(int[] foldOf, int count)
    {
        var sizes = new int[count];
        foreach (int fold in foldOf)
        {
            sizes[fold]++;
        }

        var partitions = new List<Partition>(count);
        for (int fold = 0; fold < count; fold++)
        {
            partitions.Add(Of(foldOf, fold, sizes[fold]));
        }

        return partitions;
    }

    /// <summary>Says that a plan has drawn a fold that nobody should train with.</summary>
    /// <exception cref="InvalidOperationException">A side is empty, a sample is on both, or one does not exist.</exception>
    public void ThrowIfUnsound(int sampleCount, FoldPlan plan, int number)
    {
        if (Train.Length == 0 || Validation.Length == 0)
        {
            string side = Train.Length == 0 ? "train on" : "validate with";
            throw new InvalidOperationException($"Fold {number} of {plan} has no sample to {side}; each side must have at least one.");
        }

        var isTrained = new bool[sampleCount];
        foreach (int sample in Train)
        {
            isTrained[sample] = true;
        }

        foreach (int sample in Validation)
        {
            if (isTrained[sample])
            {
                throw new InvalidOperationException($"Fold {number} of {plan} has sample {sample} on both sides.");
            }
        }
    }

    private static Partition Of(int[] foldOf, int fold, int size)
    {
        var train = new int[foldOf.Length - size];
        var validation = new int[size];
        for (int sample = 0, trained = 0, validated = 0; sample < foldOf.Length; sample++)
        {
            if (foldOf[sample] == fold)
            {
                validation[validated++] = sample;
            }
            else
            {
                train[trained++] = sample;
            }
        }

        return new Partition(train, validation);
    }
}
