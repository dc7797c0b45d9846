using System.Buffers;

namespace HyperTune.Storage.Journal.Json;

/// <summary>How JSON writes numbers.</summary>
internal static class JournalNumber
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789Ee"u8);

    /// <summary>What a text begins with of the bytes that numbers are made of.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept(NumberBytes);
        return length < 0 ? text : text[..length];
    }

    /// <summary>Whether the bytes are a number; one with neither point nor exponent is an integer, as in Python.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> number, out bool isInteger)
    {
        int i = number is [(byte)'-', ..] ? 1 : 0;
        int digits = Digits(number[i..]);
        isInteger = i + digits == number.Length;
        if (digits == 0 || (digits > 1 && number[i] == '0'))
        {
            return false;
        }

        i += digits;
        if (i < number.Length && number[i] == '.')
        {
            digits = Digits(number[(i + 1)..]);
            i += digits + 1;
            if (digits == 0)
            {
                return false;
            }
        }

        if (i < number.Length && number[i] is (byte)'e' or (byte)'E')
        {
            i += i + 1 < number.Length && number[i + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
            digits = Digits(number[i..]);
            i += digits;
            if (digits == 0)
            {
                return false;
            }
        }

        return i == number.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return count < 0 ? text.Length : count;
    }
}
