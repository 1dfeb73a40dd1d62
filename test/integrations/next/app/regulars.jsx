'use client';
import { useEffect } from 'react';
import { startRegulars } from '../start-regulars.js';

export function Regulars() {
  useEffect(() => startRegulars(), []);
  return null;
}
