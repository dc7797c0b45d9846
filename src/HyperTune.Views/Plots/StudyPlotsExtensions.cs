using HyperTune.Views.Documents;

namespace HyperTune;

/// <summary>Gives the results of studies their pictures.</summary>
public static class StudyPlotsExtensions
{
    extension<T>(StudyResult<T> result)
    {
        /// <summary>The pictures of the study.</summary>
        /// <example><c>result.Plots.History().Save("history.html");</c></example>
        public StudyPlots Plots
        {
            get
            {
                ArgumentNullException.ThrowIfNull(result);
                return new StudyPlots(() => StudySource.Of(result));
            }
        }
    }

    extension<T, TMetrics>(StudyResult<T, TMetrics> result)
        where TMetrics : struct, IMetrics<TMetrics>
    {
        /// <summary>The pictures of the study.</summary>
        /// <example><c>result.Plots.ParetoFront().Save("front.html");</c></example>
        public StudyPlots Plots
        {
            get
            {
                ArgumentNullException.ThrowIfNull(result);
                return new StudyPlots(() => StudySource.Of(result));
            }
        }
    }
}
