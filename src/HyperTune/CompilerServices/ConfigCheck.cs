using System.ComponentModel;
using HyperTune.Text;

namespace HyperTune.CompilerServices;

/// <summary>Checks the values of a config against their parameters. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConfigCheck
{
    /// <summary>Adds an error when a parameter does not allow its value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="errors">Receives the error.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value in the config.</param>
    public static void Value<T>(ICollection<ValidationError> errors, Parameter<T> parameter, T value)
    {
        double vectorValue = parameter.ToVector(value);
        if (!parameter.Distribution.Contains(vectorValue))
        {
            string text = value is null ? "null" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
            errors.Add(new ValidationError(parameter.Name, $"{Printable.Of(text)} is not allowed. Allowed: {parameter.Range}."));
        }
    }

    /// <summary>Adds an error when a value is beyond the value of another parameter that bounds it.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="errors">Receives the error.</param>
    /// <param name="parameter">The parameter, which has a bound.</param>
    /// <param name="value">Its value in the config.</param>
    /// <param name="limit">The vector value of the other parameter; NaN where that does not exist.</param>
    public static void Bound<T>(ICollection<ValidationError> errors, Parameter<T> parameter, T value, double limit)
    {
        ParameterBound bound = parameter.Bound!;
        double vectorValue = parameter.ToVector(value);
        if (parameter.Distribution.Contains(vectorValue) && !bound.Allows(vectorValue, limit))
        {
            string text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
            errors.Add(new ValidationError(parameter.Name, $"{text} is not allowed beside {bound.Other.Name} = {bound.Other.Format(limit)}. Allowed: {parameter.Allowed}."));
        }
    }

    /// <summary>Adds an error when a nested config is missing, otherwise the errors inside it.</summary>
    /// <typeparam name="T">The nested config's type.</typeparam>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="space">The nested space.</param>
    /// <param name="name">The nested space's full name.</param>
    /// <param name="value">The nested config.</param>
    public static void Nested<T>(ICollection<ValidationError> errors, SearchSpace<T> space, string name, T? value)
    {
        if (value is null)
        {
            errors.Add(new ValidationError(name, "null is not allowed."));
        }
        else
        {
            space.Validate(value, errors);
        }
    }

    /// <summary>Adds an error when a list has too few or too many elements.</summary>
    /// <param name="errors">Receives the error.</param>
    /// <param name="name">The list's full name.</param>
    /// <param name="length">How many elements there are; negative for a list that is missing.</param>
    /// <param name="minimum">The smallest number of elements.</param>
    /// <param name="maximum">The largest number of elements.</param>
    public static void Length(ICollection<ValidationError> errors, string name, int length, int minimum, int maximum)
    {
        if (length < 0)
        {
            errors.Add(new ValidationError(name, "null is not allowed."));
        }
        else if (length < minimum || length > maximum)
        {
            string allowed = minimum == maximum ? $"{minimum}" : $"{minimum} to {maximum}";
            errors.Add(new ValidationError(name, $"{length} elements are not allowed. Allowed: {allowed}."));
        }
    }

    /// <summary>Adds an error when a constraint does not hold.</summary>
    /// <param name="errors">Receives the error.</param>
    /// <param name="name">The constraint's full name.</param>
    /// <param name="holds">Whether it holds.</param>
    public static void Constraint(ICollection<ValidationError> errors, string name, bool holds)
    {
        if (!holds)
        {
            errors.Add(new ValidationError(name, "The constraint does not hold."));
        }
    }

    /// <summary>Adds an error for a config that is none of the cases of its conditional space.</summary>
    /// <param name="errors">Receives the error.</param>
    /// <param name="selector">The parameter that selects the case.</param>
    /// <param name="config">The config.</param>
    public static void UnknownCase(ICollection<ValidationError> errors, Parameter selector, object config)
        => errors.Add(new ValidationError(selector.Name, $"{config.GetType().Name} is not allowed. Allowed: {selector.Distribution}."));
}
