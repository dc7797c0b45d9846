namespace HyperTune;

/// <summary>How the importance of parameters is measured.</summary>
public enum ImportanceMethod
{
    /// <summary>
    /// What tells the best tenth of the trials from all of them, parameter by parameter: says where the good configs are, works with any strategy, and takes
    /// milliseconds. Watanabe, Bansal and Hutter, "PED-ANOVA: efficiently quantifying hyperparameter importance in arbitrary subspaces", IJCAI 2023; conditional
    /// parameters as in "Conditional PED-ANOVA", arXiv 2601.20800.
    /// </summary>
    PedAnova = 0,

    /// <summary>
    /// The share of the variance over the whole space that a parameter explains alone: first-order Sobol indices of a Gaussian process fitted to the trials.
    /// Takes up to a few seconds. Saltelli et al., "Variance based sensitivity analysis of model output", 2010.
    /// </summary>
    Sobol = 1,

    /// <summary>
    /// The share of the variance that would be left if all other parameters were known: total Sobol indices of the same model, in which what several
    /// parameters do together counts for each of them.
    /// </summary>
    SobolTotal = 2,
}
