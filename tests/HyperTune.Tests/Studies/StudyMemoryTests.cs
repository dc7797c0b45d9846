namespace HyperTune.Tests;

[Collection(AloneCollection.Name)]
public sealed class StudyMemoryTests
{
    [Fact]
    public void Ten_thousand_trials_of_ten_parameters_take_at_most_four_megabytes()
    {
        const long Limit = 4 * 1024 * 1024;
        Studies.Minimize(dimensions: 10).Run(Studies.Bowl, 10);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Study<double[]> study = Studies.Minimize(dimensions: 10);
        study.Run(Studies.Bowl, 10_000);
        long used = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(used, 10_000 * 10 * sizeof(double), Limit);
        Assert.Equal(10_000, study.Trials.Count);
    }
}
