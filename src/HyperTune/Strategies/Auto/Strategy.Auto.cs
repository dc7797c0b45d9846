using HyperTune.Strategies.Auto;

namespace HyperTune;

public abstract partial class Strategy
{
    /// <summary>Chooses a strategy that suits the space and the budget, and another one when the study outgrows it. The default of studies.</summary>
    /// <remarks><inheritdoc cref="Auto(AutoOptions)" path="/remarks/node()"/></remarks>
    public static Strategy Auto() => Auto(new AutoOptions());

    /// <summary>Chooses a strategy that suits the space and the budget, and another one when the study outgrows it.</summary>
    /// <param name="options">The settings.</param>
    /// <remarks>
    /// <para>The first of these that applies:</para>
    /// <list type="number">
    /// <item>A finite space whose configs (at most 4,096) all fit into the trial budget, or at most 32 where there is none: every config once, in
    /// shuffled order; then the study ends.</item>
    /// <item>More than 60 parameters: <see cref="Tpe()"/>.</item>
    /// <item>Otherwise <see cref="Bayesian()"/>, and from the moment that 500 trials are known <see cref="Tpe()"/>, which is told all of them. With a
    /// budget of at most 5 trials, or as many workers as trials, that is no more than the default point and evenly spread ones.</item>
    /// </list>
    /// <para>A study that chooses so gives exactly the trials that it would give with the strategy chosen. What was chosen and why is in
    /// <see cref="StudyResult{T}.StrategyExplanation"/> and, as soon as it is decided, in the log.</para>
    /// <para>The choice goes by numbers of trials and parameters, not by how long trials take, because a measured time would cost the promise that the
    /// same seed gives the same trials, and gain little: up to some hundred trials the better model costs a few milliseconds a trial. Who tunes
    /// something that is faster still, or so slow that even a second a suggestion is nothing, sets <see cref="AutoOptions.AdaptToDuration"/>.</para>
    /// <para>Studies with several objectives are refused as yet.</para>
    /// </remarks>
    public static Strategy Auto(AutoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new AutoStrategy(options);
    }
}
