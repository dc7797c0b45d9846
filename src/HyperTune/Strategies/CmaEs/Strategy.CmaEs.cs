using HyperTune.Numerics;
using HyperTune.Strategies.CmaEs;

namespace HyperTune;

public abstract partial class Strategy
{
    private const int SmallestCmaPopulation = 4;

    /// <summary>CMA-ES with its default options: hundreds to many thousands of cheap trials, mostly numbers.</summary>
    /// <remarks><inheritdoc cref="CmaEs(CmaEsOptions)" path="/remarks/node()"/></remarks>
    public static Strategy CmaEs() => CmaEs(new CmaEsOptions());

    /// <summary>
    /// CMA-ES, the evolution strategy with covariance matrix adaptation: draws trials from a normal distribution that learns from each generation where to go,
    /// how far, and along which combinations of parameters. For hundreds to many thousands of cheap trials, mostly numbers.
    /// </summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside the range stated for it.</exception>
    /// <exception cref="ArgumentException">Learning rates are to be adapted without correlations.</exception>
    /// <remarks>
    /// <para>Neighbouring trials are drawn orthogonal to each other. Integers, steps and ordered values keep a margin, so that they do not freeze when the distribution narrows; values without order have
    /// probabilities of their own, which follow the same results. Parameters that do not exist in a trial are drawn as if they did and neither move nor
    /// narrow the distribution. Numbers beyond the end of a range become that end; what breaks a constraint is drawn again.</para>
    /// <para>A generation ends as soon as enough trials have ended; until then more are drawn from the same distribution, so that nobody waits for a late
    /// trial, which counts in its generation when it comes. Pruned trials rank behind completed ones, trials that break outcome constraints behind those, and
    /// failed ones last; running trials only keep their config from being tried twice. With several objectives, trials of a generation rank front
    /// by front. Trials outside of a narrowed space do not count.</para>
    /// <para>References: N. Hansen, "The CMA evolution strategy: a tutorial", 2016 (arXiv 1604.00772); R. Hamano et al., "CMA-ES with margin", GECCO 2022
    /// (arXiv 2205.13482), and "CatCMA", GECCO 2024 (arXiv 2405.09962); R. Ros and N. Hansen, "A simple modification in CMA-ES achieving linear time and
    /// space complexity", PPSN 2008; H. Wang et al., "Mirrored orthogonal sampling with pairwise selection in evolution strategies", SAC 2014; M. Nomura et al., "Warm starting CMA-ES for hyperparameter optimization", AAAI 2021 (arXiv 2012.06932), and "CMA-ES
    /// with learning rate adaptation", GECCO 2023 (arXiv 2304.03473).</para>
    /// </remarks>
    public static Strategy CmaEs(CmaEsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.AtLeast(options.Population ?? SmallestCmaPopulation, SmallestCmaPopulation, nameof(CmaEsOptions.Population));
        Guard.FiniteAndAbove(options.InitialStep, 0, nameof(CmaEsOptions.InitialStep));
        if (options.InitialStep > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(CmaEsOptions.InitialStep), options.InitialStep, "The value must be at most 1.");
        }

        if (!Enum.IsDefined(options.Restarts))
        {
            throw new ArgumentOutOfRangeException(nameof(CmaEsOptions.Restarts), options.Restarts, "The value must be a member of the enumeration.");
        }

        if (options is { AdaptLearningRates: true, Separable: true })
        {
            throw new ArgumentException(
                $"{nameof(CmaEsOptions.AdaptLearningRates)} needs correlations, which {nameof(CmaEsOptions.Separable)} leaves out: set one of them.", nameof(options));
        }

        return new CmaEsStrategy(options);
    }
}
