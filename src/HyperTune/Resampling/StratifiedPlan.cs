namespace HyperTune.Resampling;

/// <summary>Folds that have the classes in the shares that all samples have them in.</summary>
internal sealed class StratifiedPlan(Categories classes, int count, long? seed) : FoldPlan(classes.Numbers.Length, count, seed)
{
    public override string ToString() => $"Stratified({SampleCount} samples of {classes.Count} classes, {Count} folds)";

    internal override List<Partition> Draw(ref RandomStream random)
    {
        // Dealt one by one, class after class: in each class, and over all, the folds' sizes differ by at most one.
        int[] foldOf = new int[SampleCount];
        int dealt = 0;
        foreach (int[] members in classes.Members())
        {
            random.Shuffle(members.AsSpan());
            foreach (int sample in members)
            {
                foldOf[sample] = dealt++ % Count;
            }
        }

        return Partition.OfAll(foldOf, Count);
    }
}
