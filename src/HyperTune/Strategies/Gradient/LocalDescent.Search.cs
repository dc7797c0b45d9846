using HyperTune.Numerics;

namespace HyperTune.Strategies.Gradient;

/// <content>The line search.</content>
internal sealed partial class LocalDescent
{
    // Equations 3.7: the decrease and the change of the slope that a step must bring.
    private const double SufficientDecrease = 1e-4;
    private const double CurvatureShare = 0.9;

    private const int MaximumTrials = 5;
    private const int MaximumRefusals = 30;

    // A bend of the function makes a small step worse by about as much as the derivative promised to make it better.
    private const double Contradiction = 3;

    // Below this share of a value, differences say nothing.
    private const double Rounding = 1e-9;

    private IEnumerable<LocalRequest> Search(double[] direction, double slope, double length)
    {
        LocalPoint start = _current;
        LocalPoint? best = null;
        int refusals = 0;
        double contradiction = 0;
        for (int attempt = 0; attempt < MaximumTrials;)
        {
            double[]? vector = _space.Write([.. start.Point.Select((place, i) => place + (length * direction[i]))]);
            if (vector is null && refusals++ < MaximumRefusals)
            {
                length /= 2;
                continue;
            }

            if (vector is null || start.Vector.Span.SequenceEqual(vector))
            {
                break;
            }

            yield return _request.For(vector);
            attempt++;
            KnownTrial trial = _request.Results[0];
            if (!trial.IsUsable)
            {
                if (best is not null)
                {
                    break;
                }

                length /= 2;
                continue;
            }

            LocalPoint point = PointOf(trial);
            double predicted = start.Slope(Difference(point.Point, start.Point));
            bool isEnough = point.Value <= start.Value + (SufficientDecrease * predicted);
            if (best is not null && !(isEnough && point.Value < best.Value))
            {
                break;
            }

            if (!isEnough)
            {
                double change = Math.Abs(point.Value - start.Value);
                contradiction = change > Rounding * Math.Abs(start.Value) ? change / Math.Abs(predicted) : 0;
                length = Shorter(start, point, slope, direction, length);
                continue;
            }

            foreach (LocalRequest request in Differentiate(point))
            {
                yield return request;
            }

            best = point;
            double slopeThere = SlopeInside(point, direction);
            if (UsedDifferences || !(slopeThere < CurvatureShare * slope) || direction.Max(Math.Abs) * length >= LargestStep)
            {
                break;
            }

            // It still goes down as steeply as at the start.
            double farther = CubicStep.Minimum(start.Value, slope, length, point.Value, slopeThere);
            double farthest = LargestStep / direction.Max(Math.Abs);
            length = Math.Min(double.IsFinite(farther) && farther > length ? Math.Clamp(farther, 2 * length, 5 * length) : 4 * length, farthest);
        }

        if (best is not null)
        {
            Accept(best);
        }
        else
        {
            IsNoisy = _options.Quality == GradientQuality.Automatic && _pairs.Count == 0 && contradiction > Contradiction;
        }
    }

    private double Shorter(LocalPoint start, LocalPoint point, double slope, double[] direction, double length)
    {
        double minimum = CubicStep.Minimum(start.Value, slope, length, point.Value, SlopeInside(point, direction));
        return double.IsFinite(minimum) ? Math.Clamp(minimum, 0.1 * length, 0.5 * length) : 0.5 * length;
    }

    // Along the projected direction: what has come to an end of its range moves no more.
    private double SlopeInside(LocalPoint point, double[] direction)
    {
        double sum = 0;
        for (int i = 0; i < direction.Length; i++)
        {
            bool isHeld = (direction[i] < 0 && point.Point[i] <= _space.Low(i)) || (direction[i] > 0 && point.Point[i] >= _space.High(i));
            sum += direction[i] == 0 || isHeld ? 0 : point.Gradient[i] * direction[i];
        }

        return sum;
    }
}
