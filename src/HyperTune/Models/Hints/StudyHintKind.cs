namespace HyperTune;

/// <summary>What a study found out about its own search space or about its course (<see cref="StudyHint"/>).</summary>
public enum StudyHintKind
{
    /// <summary>The best trials lie at an end of a parameter's range: the optimum may lie beyond.</summary>
    BindingBound,

    /// <summary>A parameter explains next to nothing: it can be fixed.</summary>
    UnimportantParameter,

    /// <summary>The default config is worse than the best one: the best one's values can become the initializers.</summary>
    BetterDefault,

    /// <summary>Several trials cannot be told apart from the best one because of noise: repeat them before you choose.</summary>
    RepeatBest,

    /// <summary>The failed trials have something in common that few of the completed ones have: exclude it.</summary>
    FailuresInCommon,

    /// <summary>The best trials came at the end: more trials would likely gain something.</summary>
    MoreTrials,

    /// <summary>The best trial came early, and the many trials after it found nothing better.</summary>
    FewerTrials,
}
