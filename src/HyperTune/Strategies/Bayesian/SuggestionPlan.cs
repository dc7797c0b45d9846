namespace HyperTune.Strategies.Bayesian;

/// <summary>What a suggestion is for.</summary>
/// <param name="Explores">Whether it looks on purpose where the best trial is not: with another category, or away from it.</param>
/// <param name="Stagnates">Whether the study makes no progress, so that some suggestions explore.</param>
/// <param name="IsWarped">Whether the model is that of values whose differences near the best one are stretched, instead of the standardized one.</param>
/// <param name="IsEnding">Whether the study is about to end, so that a step close by need not be worth more than looking elsewhere.</param>
/// <param name="HasConverged">Whether the steps around the best trial have nothing more to gain, so that looking elsewhere may come close to it.</param>
internal readonly record struct SuggestionPlan(bool Explores, bool Stagnates, bool IsWarped, bool IsEnding, bool HasConverged = false);
