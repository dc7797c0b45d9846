using HyperTune.Views.Documents;

namespace HyperTune;

/// <summary>The pictures of a study, each made when its page is asked for: see <see cref="StudyPlotsExtensions"/>.</summary>
/// <remarks>The guide <c>Views.md</c> says how to read each of them.</remarks>
public sealed class StudyPlots
{
    private readonly Lazy<StudySource> _study;

    internal StudyPlots(Func<StudySource> study) => _study = new Lazy<StudySource>(study);

    /// <summary>All of it: what <c>hypertune report</c> writes.</summary>
    public Plot Report() => new([_study.Value], [], []);

    /// <summary>The value of each trial in the order of starting, and the best so far.</summary>
    public Plot History() => Draw("history");

    /// <summary>Which parameters mattered, with the range that chance leaves.</summary>
    public Plot Importance() => Draw("importance");

    /// <summary>A line a trial through its parameters and its value.</summary>
    /// <param name="parameters">The parameters, for instance <c>C.Space.Units</c>; none for the most important ones.</param>
    /// <exception cref="ArgumentException">A parameter is not of the study's space.</exception>
    public Plot ParallelCoordinates(params ReadOnlySpan<Parameter> parameters) => Draw("parallel", parameters);

    /// <summary>The value against one parameter at a time.</summary>
    /// <param name="parameters">The parameters, for instance <c>C.Space.Units</c>; none for all.</param>
    /// <exception cref="ArgumentException">A parameter is not of the study's space.</exception>
    public Plot Slices(params ReadOnlySpan<Parameter> parameters) => Draw("slices", parameters);

    /// <summary>The value over two parameters, where trials are.</summary>
    /// <param name="across">The parameter across, for instance <c>C.Space.Units</c>.</param>
    /// <param name="up">The parameter up.</param>
    /// <exception cref="ArgumentException">A parameter is not of the study's space, or both are the same.</exception>
    public Plot Contour(Parameter across, Parameter up)
    {
        ArgumentNullException.ThrowIfNull(across);
        ArgumentNullException.ThrowIfNull(up);
        return across.Name == up.Name ? throw new ArgumentException($"{Printable.Of(up.Name)} is across already.", nameof(up)) : Draw("contour", [across, up]);
    }

    /// <summary>The value over the two parameters that matter most.</summary>
    public Plot Contour() => Draw("contour");

    /// <summary>What trials reported on their way, those stopped early as far as they came.</summary>
    public Plot IntermediateValues() => Draw("intermediate");

    /// <summary>Pairs of parameters, a mark a trial, coloured by value.</summary>
    /// <param name="parameters">The parameters, for instance <c>C.Space.Units</c>; none for the most important ones.</param>
    /// <exception cref="ArgumentException">A parameter is not of the study's space.</exception>
    public Plot Pairs(params ReadOnlySpan<Parameter> parameters) => Draw("pairwise", parameters);

    /// <summary>Two objectives against each other, and the trials that no other one beats.</summary>
    public Plot ParetoFront() => Draw("pareto");

    /// <summary>How much of the objectives' space the front dominates, trial by trial.</summary>
    public Plot Hypervolume() => Draw("hypervolume");

    /// <summary>The scores of folds, repeats and other instances, trial by trial.</summary>
    public Plot Folds() => Draw("folds");

    /// <summary>When each worker ran which trial.</summary>
    public Plot Timeline() => Draw("timeline");

    /// <summary>The failed trials, those with one reason together.</summary>
    public Plot Failures() => Draw("failures");

    /// <summary>The search space as a tree, with where the best trials are in each range.</summary>
    public Plot SearchSpace() => Draw("space");

    /// <summary>A table of all trials that sorts and filters.</summary>
    public Plot Table() => Draw("table");

    /// <summary>Which share of the trials is at least how good, for this study and others.</summary>
    /// <param name="others">The plots of the other studies: <c>a.Plots.Distribution(b.Plots, c.Plots)</c>.</param>
    public Plot Distribution(params ReadOnlySpan<StudyPlots> others)
    {
        var studies = new List<StudySource> { _study.Value };
        foreach (StudyPlots other in others)
        {
            ArgumentNullException.ThrowIfNull(other, nameof(others));
            studies.Add(other._study.Value);
        }

        return new Plot(studies, ["distributions"], []);
    }

    private Plot Draw(string view, params ReadOnlySpan<Parameter> parameters)
    {
        var names = new List<string>();
        foreach (Parameter parameter in parameters)
        {
            ArgumentNullException.ThrowIfNull(parameter, nameof(parameters));
            if (!_study.Value.Space.Parameters.Any(own => own.Name == parameter.Name))
            {
                throw new ArgumentException(
                    $"{Printable.Of(parameter.Name)} is no parameter of study '{Printable.Of(_study.Value.Name)}'. Its parameters are "
                    + $"{string.Join(", ", _study.Value.Space.Parameters.Select(static own => Printable.Of(own.Name)))}.",
                    nameof(parameters));
            }

            names.Add(parameter.Name);
        }

        return new Plot([_study.Value], [view], names);
    }
}
