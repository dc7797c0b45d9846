namespace HyperTune.Storage.Journal.Json;

/// <summary>How JSON writes numbers.</summary>
internal static class JournalNumber
{
    /// <summary>What a text begins with of the bytes that numbers are made of.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> text)
    {
        // One by one: numbers are short.
        int length = 0;
        while (length < text.Length && text[length] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (byte)'+' or (byte)'e' or (byte)'E')
        {
            length++;
        }

        return text[..length];
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
        int count = 0;
        while (count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9')
        {
            count++;
        }

        return count;
    }
}
