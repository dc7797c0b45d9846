namespace HyperTune.Strategies.Gradient;

/// <content>Steps by averages, for values and derivatives with noise.</content>
internal sealed partial class LocalDescent
{
    // Kingma and Ba, algorithm 1.
    private const double MeanDecay = 0.9;
    private const double SquareDecay = 0.999;
    private const double Smallest = 1e-8;

    private const int MostFailures = 5;

    private IEnumerable<LocalRequest> Average()
    {
        int count = _space.Count;
        int steps = _options.NoisySteps;
        double[] mean = new double[count];
        double[] square = new double[count];
        double[] sum = new double[count];
        int summed = 0;
        double shrunk = 1;
        int failures = 0;
        Accept(Best);
        for (int step = 1; step <= steps && failures < MostFailures; step++)
        {
            // The lengths fall along a cosine to 0.
            double rate = _options.LearningRate * shrunk * 0.5 * (1 + Math.Cos(Math.PI * (step - 1) / steps));
            double[] next = [.. _current.Point];
            for (int i = 0; i < count; i++)
            {
                double derivative = double.IsNaN(_current.Gradient[i]) ? 0 : _current.Gradient[i];
                mean[i] = (MeanDecay * mean[i]) + ((1 - MeanDecay) * derivative);
                square[i] = (SquareDecay * square[i]) + ((1 - SquareDecay) * derivative * derivative);
                double unbiased = mean[i] / (1 - Math.Pow(MeanDecay, step));
                double length = Math.Sqrt(square[i] / (1 - Math.Pow(SquareDecay, step)));
                next[i] = Math.Clamp(next[i] - (rate * unbiased / (length + Smallest)), _space.Low(i), _space.High(i));
            }

            if (_space.Write(next) is not { } vector)
            {
                shrunk /= 2;
                continue;
            }

            if (_current.Vector.Span.SequenceEqual(vector))
            {
                continue;
            }

            yield return _request.For(vector);
            KnownTrial trial = _request.Results[0];
            if (!trial.IsUsable)
            {
                shrunk /= 2;
                failures++;
                continue;
            }

            failures = 0;
            LocalPoint point = PointOf(trial);
            foreach (LocalRequest request in Differentiate(point))
            {
                yield return request;
            }

            Accept(point);
            if (step > steps / 2)
            {
                summed++;
                for (int i = 0; i < count; i++)
                {
                    sum[i] += point.Point[i];
                }
            }
        }

        // Polyak and Juditsky: the mean of the later points is nearer to the minimum than any of them.
        if (summed > 0 && _space.Write([.. sum.Select(total => total / summed)]) is { } middle)
        {
            yield return _request.For(middle);
            if (_request.Results[0].IsUsable)
            {
                Accept(PointOf(_request.Results[0]));
            }
        }
    }
}
