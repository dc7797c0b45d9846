namespace HyperTune.Benchmarks;

/// <summary>A study in memory whose objective does nothing, with observers that do nothing.</summary>
/// <param name="Name">What is timed.</param>
/// <param name="Observers">How many observers there are.</param>
internal sealed record ObservedStudy(string Name, int Observers)
{
    public void Run(int trials)
    {
        Study<OverheadConfig> study = Study.Minimize<OverheadConfig>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() });
        for (int i = 0; i < Observers; i++)
        {
            study.Observe(new IdleObserver());
        }

        study.Run(static config => config.Float1, trials);
    }

    private sealed class IdleObserver : StudyObserver<OverheadConfig>;
}
